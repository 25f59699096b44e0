using System.Collections.Immutable;
using PolicyArchive.Briefs;
using PolicyArchive.Findings;

namespace PolicyArchive.Reading;

/// <summary>What the command line says over the settings.</summary>
public sealed record ReadingOptions
{
    public string? BaseUrl { get; init; }

    public required DateOnly Today { get; init; }

    public bool ShowDrafts { get; init; }
}

/// <summary>settings.yml to <see cref="Settings"/>; a Statiq settings file beside the input folder is read under it.</summary>
internal static class SettingsReader
{
    /// <param name="own">input/settings.yml, or null.</param>
    /// <param name="statiq">The settings.yml beside the input folder, or null.</param>
    public static Settings Read(YamlMap? own, YamlMap? statiq, Place place, ReadingOptions options, List<Finding> findings)
    {
        var keys = new Keys(findings, own);
        var under = new Keys([], statiq);
        var baseUrl = BaseUrlOf(options.BaseUrl) ?? keys.Checked<WebUrl>("SITE002", "a web address", (string t, out WebUrl? u) => WebUrl.TryParse(t, out u), "write it whole, e.g. `https://example.org`", "base_url") switch
        {
            { } given => BaseUrlOf(given.Text),
            null => StatiqHost(under),
        };
        if (baseUrl is null)
        {
            findings.Add(Finding.Warning("SITE001", place, "no `base_url`, so feeds and records name https://example.org", "add the address of the site to settings.yml, e.g. `base_url: https://example.org`"));
        }

        var defaults = new Settings { Today = options.Today };
        var settings = new Settings
        {
            Today = options.Today,
            ShowDrafts = options.ShowDrafts,
            Title = (keys.Text("title") ?? under.Text("SiteTitle"))?.Text ?? defaults.Title,
            Description = (keys.Text("description") ?? under.Text("SiteDescription"))?.Text ?? "",
            BaseUrl = baseUrl ?? BaseUrl.Unknown,
            Language = BriefReader.ReadLanguage(keys, findings) ?? defaults.Language,
            Publisher = ReadPublisher(keys, findings),
            PageSize = keys.Number("page_size", 1, 500) ?? defaults.PageSize,
            FeedSize = keys.Number("feed_size", 1, 200) ?? defaults.FeedSize,
            Disclaimer = keys.Text("disclaimer")?.Text,
            Licence = RecordReader.Licence(keys, findings),
            Copyright = (keys.Text("copyright") ?? under.Text("Copyright"))?.Text,
            Featured = keys.Texts("featured"),
            Social = ReadSocial(keys, findings),
        };
        keys.Texts("kinds");
        keys.WarnOfUnknown("settings.yml");
        return settings;
    }

    private static BaseUrl? BaseUrlOf(string? text) => text is not null && BaseUrl.TryParse(text, out var url) ? url : null;

    private static BaseUrl? StatiqHost(Keys under) =>
        under.Text("Host") is { } host ? BaseUrlOf((under.Flag("LinksUseHttps") ? "https://" : "http://") + host.Text) : null;

    private static Publisher ReadPublisher(Keys keys, List<Finding> findings)
    {
        if (keys.Map("publisher") is not { } map)
        {
            return new Publisher("", null, null, null, null);
        }

        var own = new Keys(findings, map);
        var publisher = new Publisher(
            own.Text("name")?.Text ?? "",
            own.Url("url"),
            own.Checked<Issn>("SITE003", "an ISSN (its check digit is wrong, or its length)", (string t, out Issn? v) => Issn.TryParse(t, out v), "write it as `1234-5679`", "issn"),
            own.Text("email")?.Text,
            own.Text("logo"));
        own.WarnOfUnknown("a publisher");
        return publisher;
    }

    private static ImmutableArray<SocialLink> ReadSocial(Keys keys, List<Finding> findings)
    {
        if (keys.Map("social") is not { } map)
        {
            return [];
        }

        var own = new Keys(findings, map);
        return [.. map.Entries.Select(e => (e.Key, Url: own.Url(e.Key))).Where(s => s.Url is not null).Select(s => new SocialLink(s.Key, s.Url!.Value))];
    }
}
