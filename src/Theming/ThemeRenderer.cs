using System.Collections.Frozen;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Fluid;
using Fluid.Values;
using PolicyArchive.Markup;
using PolicyArchive.Pages;

namespace PolicyArchive.Theming;

/// <summary>Renders the pages of one site with one theme.</summary>
public sealed class ThemeRenderer
{
    // Letters of every script stay as they are; whatever could end a tag or an attribute does not.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly FrozenDictionary<string, IFluidTemplate> _templates;
    private readonly TemplateOptions _options;

    internal ThemeRenderer(Theme theme, SitePlan plan)
    {
        // Not Fluid's strict variables: they take an absent value for an unknown name. Loading has checked the names.
        _options = new TemplateOptions
        {
            FileProvider = theme.Partials,
            StrictFilters = true,
            CultureInfo = CultureInfo.InvariantCulture,
            TimeZone = TimeZoneInfo.Utc,
            MaxSteps = 0,
        };
        Filters.Install(_options.Filters, theme.AssetFiles.Urls, plan.Settings.BaseUrl);
        var menu = plan.Navigation.Concat(plan.FooterLinks).Select(link => link.Url).ToFrozenSet();
        foreach (var members in new MemberTables(plan.Settings.BaseUrl, plan.Settings.Language, menu).All)
        {
            _options.MemberAccessStrategy.Register(members.Type, members.Table.Select(m => KeyValuePair.Create(m.Key, (IMemberAccessor)m.Value)));
        }

        _options.Scope.SetValue("site", FluidValue.Create(SiteModel.Of(plan), _options));
        var partials = new Partials(theme.Partials.Templates, _options);
        _templates = theme.Templates.ToFrozenDictionary(t => t.Key, t => partials.Prepare(t.Value.Parsed), StringComparer.Ordinal);
    }

    /// <exception cref="ThemeFailure">A template parses but cannot be rendered for this page.</exception>
    public RenderedFile Render(Page page)
    {
        var name = TemplateNames.Of(page);
        var template = _templates[name];
        var context = new TemplateContext(_options);
        context.SetValue("page", FluidValue.Create(page, _options));
        if (page is not RedirectPage)
        {
            context.SetValue("content", new PageContent(template, context));
            template = _templates[TemplateNames.Layout];
        }

        using var writer = new MarkupWriter();
        try
        {
            template.RenderAsync(writer, Encoder, context).AsTask().GetAwaiter().GetResult();
        }
        catch (Exception fault) when (fault is FluidException or FileNotFoundException or ArgumentException or ArithmeticException or FormatException or InvalidOperationException)
        {
            throw new ThemeFailure($"{name}.liquid, for {page.Url}: {fault.Message}");
        }

        return RenderedFile.At(page.Url, writer.ToArray());
    }
}

/// <summary>A template that parses but cannot be rendered.</summary>
public sealed class ThemeFailure(string message) : Exception(message);
