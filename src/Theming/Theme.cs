using System.Collections.Frozen;
using System.Collections.Immutable;
using PolicyArchive.Briefs;
using PolicyArchive.Findings;
using PolicyArchive.Keeping;
using PolicyArchive.Pages;
using PolicyArchive.Wording;

namespace PolicyArchive.Theming;

/// <summary>
/// The designer's folder over the theme that ships: templates, parsed and checked against the pages they are for, and assets
/// under names that change with their content.
/// </summary>
public sealed class Theme
{
    private Theme(FrozenDictionary<string, Template> templates, TemplateFiles partials, AssetFiles assets, CardFonts cardFonts) =>
        (Templates, Partials, AssetFiles, CardFonts) = (templates, partials, assets, cardFonts);

    /// <summary>Styles, scripts and icons, below <c>/assets/</c>.</summary>
    public ImmutableArray<RenderedFile> Assets => AssetFiles.Files;

    /// <summary>Where an asset stands, by its name below the folder; null where the theme has none of that name.</summary>
    public SiteUrl? AddressOf(string asset) => AssetFiles.Urls.TryGetValue(asset, out var url) ? url : null;

    /// <summary>What the cards of the site are set in.</summary>
    public CardFonts CardFonts { get; }

    /// <summary>A token of the theme's style sheets as it is for light screens: <c>accent</c>; null where there is none.</summary>
    public string? Token(string name) => AssetFiles.Tokens.GetValueOrDefault(name);

    /// <summary>A hash of all that pages take from it.</summary>
    public UInt128 Print
    {
        get
        {
            var print = new PrintHash();
            foreach (var template in Templates.Concat(Partials.Templates).Select(named => named.Value).OrderBy(template => template.Display, StringComparer.Ordinal))
            {
                print.With(template.Display).With(template.Text);
            }

            foreach (var (name, url) in AssetFiles.Urls.OrderBy(asset => asset.Key, StringComparer.Ordinal))
            {
                print.With(name).With(url.Path);
            }

            return print.Value();
        }
    }

    internal FrozenDictionary<string, Template> Templates { get; }

    internal TemplateFiles Partials { get; }

    internal AssetFiles AssetFiles { get; }

    /// <summary>Parses and checks every template. Null, with findings, when one is missing or wrong.</summary>
    /// <param name="display">The folder as findings name it.</param>
    /// <param name="words">The words that templates may name.</param>
    public static (Theme? Theme, ImmutableArray<Finding> Findings) Load(string folder, string display, WordBook words)
    {
        if (!Directory.Exists(folder))
        {
            return (null, [Finding.Error("THEME001", new Place(display), "there is no theme folder here", "name one with --theme")]);
        }

        var findings = new List<Finding>();
        var files = new ThemeFolder(folder, display);
        var templates = TemplateFiles.In(files, "", findings).Templates;
        var partials = TemplateFiles.In(files, "partials", findings);
        var assets = AssetFiles.In(files, findings);
        var tables = new MemberTables(BaseUrl.Unknown, "en", FrozenSet<SiteUrl>.Empty, words.English).All.ToFrozenDictionary(members => members.Type);
        var known = new TemplateTypes.Known(tables, partials.Templates, assets.Urls, words.English);
        foreach (var (name, page) in TemplateNames.All)
        {
            if (templates.TryGetValue(name, out var template))
            {
                TemplateCheck.Check(template, page, hasContent: name == TemplateNames.Layout, known);
            }
        }

        findings.AddRange(known.Findings.Distinct());
        findings.AddRange(SheetWords.Unknown(assets, words.English, $"{display}/assets"));
        return (findings.Count == 0 ? new Theme(templates, partials, assets.NamedBy(known.Named), CardFonts.In(files)) : null, [.. findings.Distinct()]);
    }

    /// <summary>With the words of a site's language in its style sheets.</summary>
    public Theme In(Words words) => new(Templates, Partials, SheetWords.Filled(AssetFiles, words), CardFonts);

    /// <summary>The theme at work on one site. Safe to use from many threads.</summary>
    public ThemeRenderer For(SitePlan plan) => new(this, plan);
}
