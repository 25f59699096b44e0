using System.Collections.Frozen;
using System.Globalization;
using Fluid;
using Fluid.Values;
using PolicyArchive.Briefs;
using PolicyArchive.Pages;
using PolicyArchive.Wording;

namespace PolicyArchive.Theming;

/// <summary>The templates of a theme at work on the pages of one site that are in one language.</summary>
internal sealed class WordedTemplates
{
    private readonly FrozenDictionary<string, IFluidTemplate> _templates;

    public WordedTemplates(Theme theme, SitePlan plan, Words words)
    {
        // Not Fluid's strict variables: they take an absent value for an unknown name. Loading has checked the names.
        Options = new TemplateOptions
        {
            FileProvider = theme.Partials,
            StrictFilters = true,
            CultureInfo = CultureInfo.InvariantCulture,
            TimeZone = TimeZoneInfo.Utc,
            MaxSteps = 0,
        };
        Filters.Install(Options.Filters, theme.AssetFiles.Urls, plan.Settings.BaseUrl, words);
        var menu = plan.Navigation.Concat(plan.FooterLinks).Select(link => link.Url).ToFrozenSet();
        foreach (var members in new MemberTables(plan.Settings.BaseUrl, plan.Settings.Language, menu, words).All)
        {
            Options.MemberAccessStrategy.Register(members.Type, members.Table.Select(m => KeyValuePair.Create(m.Key, (IMemberAccessor)m.Value)));
        }

        Options.Scope.SetValue("site", FluidValue.Create(SiteModel.Of(plan), Options));
        Options.Scope.SetValue("words", FluidValue.Create(words, Options));
        var partials = new Partials(theme.Partials.Templates, Options);
        _templates = theme.Templates.ToFrozenDictionary(t => t.Key, t => partials.Prepare(t.Value.Parsed), StringComparer.Ordinal);
    }

    public TemplateOptions Options { get; }

    public IFluidTemplate this[string name] => _templates[name];
}
