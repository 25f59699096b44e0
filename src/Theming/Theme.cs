using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Fluid;
using Fluid.Values;
using PolicyArchive.Briefs;
using PolicyArchive.Findings;
using PolicyArchive.Pages;

namespace PolicyArchive.Theming;

/// <summary>The designer's folder: its templates, parsed, and its assets under names that change with their content.</summary>
public sealed class Theme
{
    private readonly FrozenDictionary<string, IFluidTemplate> _templates;
    private readonly FrozenDictionary<string, SiteUrl> _assetUrls;
    private readonly TemplateFiles _partials;

    private Theme(FrozenDictionary<string, IFluidTemplate> templates, TemplateFiles partials, FrozenDictionary<string, SiteUrl> assetUrls, ImmutableArray<RenderedFile> assets)
    {
        (_templates, _partials, _assetUrls, Assets) = (templates, partials, assetUrls, assets);
    }

    /// <summary>Styles, scripts and icons, below <c>/assets/</c>.</summary>
    public ImmutableArray<RenderedFile> Assets { get; }

    /// <summary>Parses every template. Null, with findings, when one is missing or wrong.</summary>
    /// <param name="display">The folder as findings name it.</param>
    public static (Theme? Theme, ImmutableArray<Finding> Findings) Load(string folder, string display)
    {
        if (!Directory.Exists(folder))
        {
            return (null, [Finding.Error("THEME001", new Place(display), "there is no theme folder here", "name one with --theme")]);
        }

        var findings = new List<Finding>();
        var parser = new FluidParser();
        var templates = new Dictionary<string, IFluidTemplate>(StringComparer.Ordinal);
        foreach (var name in (string[])[TemplateNames.Layout, .. TemplateNames.All.Keys])
        {
            var path = Path.Combine(folder, name + ".liquid");
            if (!File.Exists(path))
            {
                findings.Add(Finding.Error("THEME002", new Place($"{display}/{name}.liquid"), "the theme lacks this template", "copy it from the theme that ships with the program"));
            }
            else if (Parse(parser, File.ReadAllText(path), $"{display}/{name}.liquid", findings) is { } template)
            {
                templates.Add(name, template);
            }
        }

        var partials = TemplateFiles.In(Path.Combine(folder, "partials"));
        foreach (var (name, text) in partials.Texts)
        {
            _ = Parse(parser, text, $"{display}/partials/{name}", findings);
        }

        var (urls, assets) = ReadAssets(Path.Combine(folder, "assets"));
        var theme = new Theme(templates.ToFrozenDictionary(), partials, urls, assets);
        return (findings.Count == 0 ? theme : null, [.. findings]);
    }

    /// <summary>The theme at work on one site. Safe to use from many threads.</summary>
    public Renderer For(SitePlan plan) => new(this, plan);

    private static IFluidTemplate? Parse(FluidParser parser, string text, string display, List<Finding> findings)
    {
        if (parser.TryParse(text, out var template, out var error))
        {
            return template;
        }

        findings.Add(Finding.Error("THEME003", TemplateFiles.PlaceOf(error, display), $"this is not valid Liquid: {error.ReplaceLineEndings(" ")}", "see theme/README.md"));
        return null;
    }

    private static (FrozenDictionary<string, SiteUrl> Urls, ImmutableArray<RenderedFile> Files) ReadAssets(string folder)
    {
        var urls = new Dictionary<string, SiteUrl>(StringComparer.Ordinal);
        var files = ImmutableArray.CreateBuilder<RenderedFile>();
        foreach (var path in Directory.Exists(folder) ? Directory.GetFiles(folder).Order(StringComparer.Ordinal).ToArray() : [])
        {
            var bytes = File.ReadAllBytes(path);
            var hash = Convert.ToHexStringLower(SHA256.HashData(bytes))[..10];
            var url = (SiteUrl.Home / "assets").File($"{Path.GetFileNameWithoutExtension(path)}.{hash}{Path.GetExtension(path)}");
            urls.Add(Path.GetFileName(path), url);
            files.Add(RenderedFile.At(url, bytes));
        }

        return (urls.ToFrozenDictionary(), files.ToImmutable());
    }

    /// <summary>Renders pages of one site.</summary>
    public sealed class Renderer
    {
        // Everything but the five characters that matter to HTML stays readable; no text can end an attribute or a tag.
        private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

        private readonly Theme _theme;
        private readonly TemplateOptions _options;

        internal Renderer(Theme theme, SitePlan plan)
        {
            _theme = theme;
            _options = new TemplateOptions
            {
                FileProvider = theme._partials,
                StrictFilters = true,
                CultureInfo = System.Globalization.CultureInfo.InvariantCulture,
                MaxSteps = 0,
            };
            _options.Filters.Remove("raw");
            _options.Filters.AddFilter("asset", (input, _, _) => theme._assetUrls.TryGetValue(input.ToStringValue(), out var url)
                ? new StringValue(plan.Settings.BaseUrl.Link(url))
                : throw new ThemeFailure($"there is no asset `{input.ToStringValue()}`"));
            _options.ValueConverters.Add(value => value is TrustedMarkup markup ? new StringValue(markup.Html, encode: false) : null);
            foreach (var members in new MemberTables(plan.Settings).All)
            {
                _options.MemberAccessStrategy.Register(members.Type, members.Table.Select(m => KeyValuePair.Create(m.Key, (IMemberAccessor)m.Value)));
            }

            _options.Scope.SetValue("site", FluidValue.Create(SiteModel.Of(plan), _options));
        }

        /// <exception cref="ThemeFailure">A template asks for what is not there.</exception>
        public RenderedFile Render(Page page)
        {
            var name = TemplateNames.Of(page);
            var context = new TemplateContext(_options);
            context.SetValue("page", FluidValue.Create(page, _options));
            try
            {
                var content = _theme._templates[name].Render(context, Encoder);
                if (page is RedirectPage)
                {
                    return RenderedFile.At(page.Url, Encoding.UTF8.GetBytes(content));
                }

                context.SetValue("content", new StringValue(content, encode: false));
                return RenderedFile.At(page.Url, Encoding.UTF8.GetBytes(_theme._templates[TemplateNames.Layout].Render(context, Encoder)));
            }
            catch (Exception fault) when (fault is FluidException or FileNotFoundException)
            {
                throw new ThemeFailure($"{name}.liquid, for {page.Url}: {fault.Message}");
            }
        }
    }
}

/// <summary>A template that parses but cannot be rendered.</summary>
public sealed class ThemeFailure(string message) : Exception(message);
