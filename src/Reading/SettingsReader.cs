using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PolicyArchive.Briefs;
using PolicyArchive.Findings;
using PolicyArchive.Wording;

namespace PolicyArchive.Reading;

/// <summary>What the command line says over the settings.</summary>
public sealed record ReadingOptions
{
    public string? BaseUrl { get; init; }

    public required DateOnly Today { get; init; }

    public bool ShowDrafts { get; init; }

    /// <summary>The words of the interface.</summary>
    public WordBook Words { get; init; } = WordsFolder.BuiltIn;
}

/// <summary>settings.yml to <see cref="Settings"/>; a Statiq settings file beside the input folder is read under it.</summary>
internal static partial class SettingsReader
{
    // RFC 5322, 3.4.1, without quoted parts and comments, which nobody writes; RFC 6532 allows letters of any script.
    [GeneratedRegex(@"^[\p{L}\p{M}\p{N}.!#$%&'*+/=?^_`{|}~-]+@[\p{L}\p{M}\p{N}-]+(?:\.[\p{L}\p{M}\p{N}-]+)*$")]
    private static partial Regex EmailAddress { get; }

    private const string BaseUrlHint = "write it whole, without query or fragment, e.g. `https://example.org`";

    /// <param name="own">input/settings.yml, or null.</param>
    /// <param name="statiq">The settings.yml beside the input folder, or null.</param>
    public static Settings Read(YamlMap? own, YamlMap? statiq, Place place, ReadingOptions options, List<Finding> findings)
    {
        var keys = new Keys(KeyCodes.Settings, findings, own);
        var under = new Keys(KeyCodes.Settings, findings, statiq);
        var baseUrl = ReadBaseUrl(keys, under, place, options.BaseUrl);
        var defaults = new Settings { Today = options.Today, WordBook = options.Words };
        var settings = new Settings
        {
            Today = options.Today,
            ShowDrafts = options.ShowDrafts,
            WordBook = options.Words,
            Title = (keys.Text("title") ?? under.Text("SiteTitle"))?.Text!,
            Description = (keys.Text("description") ?? under.Text("SiteDescription"))?.Text ?? "",
            BaseUrl = baseUrl,
            Language = ReadLanguage(keys, options.Words) ?? defaults.Language,
            Publisher = ReadPublisher(keys),
            PageSize = keys.Number("page_size", 1, 500) ?? defaults.PageSize,
            FeedSize = keys.Number("feed_size", 1, 200) ?? defaults.FeedSize,
            Disclaimer = keys.Text("disclaimer")?.Text,
            Licence = RecordReader.Licence(keys),
            Copyright = (keys.Text("copyright") ?? under.Text("Copyright"))?.Text,
            Kinds = KindsReader.Read(keys),
            Featured = keys.Texts("featured"),
            Redirects = ReadRedirects(keys),
            Social = ReadSocial(keys),
            WebSub = keys.Url("websub"),
            OaiGateway = keys.Url("oai_gateway"),
            HasLlmsText = keys.Flag("llms_txt"),
            HasCards = keys.Has("cards") ? keys.Flag("cards") : null,
        };
        settings = settings with { Repec = ServicesReader.Repec(keys, settings.Publisher.Email), Security = ServicesReader.Security(keys, options.Today) };
        keys.WarnOfUnknown("settings.yml");
        return settings;
    }

    private static BaseUrl ReadBaseUrl(Keys keys, Keys under, Place place, string? over)
    {
        var own = keys.Text("base_url");
        var (host, isSecure) = (under.Text("Host"), under.Flag("LinksUseHttps"));
        var given = over is not null ? new Mention(over, new Place("--base-url"))
            : own ?? (host is { } name ? new Mention((isSecure ? "https://" : "http://") + name.Text, name.Place) : null);
        if (given is not { } mention)
        {
            if (!keys.IsFaulted("base_url"))
            {
                keys.Findings.Add(Finding.Warning("SITE001", place, $"no `base_url`, so feeds and records name {BaseUrl.Unknown.Text}", "add the address of the site to settings.yml, e.g. `base_url: https://example.org`"));
            }

            return BaseUrl.Unknown;
        }

        if (BaseUrl.TryParse(mention.Text, out var url))
        {
            return url;
        }

        keys.Findings.Add(Finding.Error("SITE002", mention.Place, $"\u201c{mention.Text}\u201d is not an address that a site can have", BaseUrlHint));
        return BaseUrl.Unknown;
    }

    private static string? ReadLanguage(Keys keys, WordBook words)
    {
        var language = LanguageTag.Read(keys);
        if (language is not null && words.Find(language) is null && keys.Find("language", "lang") is { } entry)
        {
            keys.Findings.Add(Finding.Warning("SITE032", entry.Value.Place, $"there are no words of the interface in `{language}`, so it is in English", $"add `words/{language.Split('-')[0]}.yml` to the theme: a copy of words/en.yml, translated"));
        }

        return language;
    }

    private static Publisher ReadPublisher(Keys keys)
    {
        if (keys.Find("publisher") is { Value: YamlScalar name })
        {
            return new Publisher(name.Text.Trim(), null, null, null, null);
        }

        if (keys.Map("publisher", "publisher: {name: An institute}") is not { } map)
        {
            return new Publisher("", null, null, null, null);
        }

        var own = new Keys(keys.Codes, keys.Findings, map);
        var publisher = new Publisher(
            own.Text("name")?.Text ?? "",
            own.Url("url"),
            own.Checked<Issn>("SITE003", "an ISSN (its check digit is wrong, or its length)", (string t, out Issn? v) => Issn.TryParse(t, out v), "write it as `0317-8471`", "issn"),
            ReadEmail(own, "email"),
            own.Text("logo"));
        own.WarnOfUnknown("a publisher");
        return publisher;
    }

    internal static string? ReadEmail(Keys keys, string name)
    {
        if (keys.Text(name) is not { } mention)
        {
            return null;
        }

        if (IsEmail(mention.Text))
        {
            return mention.Text;
        }

        keys.Fault(name);

        keys.Findings.Add(Finding.Error("SITE004", mention.Place, $"\u201c{mention.Text}\u201d is not an e-mail address", "write e.g. `library@example.org`"));
        return null;
    }

    internal static bool IsEmail(string text) => EmailAddress.IsMatch(text);

    private static ImmutableArray<(Mention From, Mention To)> ReadRedirects(Keys keys)
    {
        if (keys.Map("redirects", "redirects: {/posts/: /briefs/}") is not { } map)
        {
            return [];
        }

        var own = new Keys(keys.Codes, keys.Findings, map);
        return [.. map.Entries.Select(e => (From: new Mention(e.Key, e.KeyPlace), To: own.Text(e.Key))).Where(r => r.To is not null).Select(r => (r.From, r.To!.Value))];
    }

    // Either names with their addresses, or a list of {name, url}.
    private static ImmutableArray<SocialLink> ReadSocial(Keys keys)
    {
        const string Example = "social: {Mastodon: https://example.social/@institute}";
        if (keys.Find("social") is not { Value: YamlList list })
        {
            if (keys.Map("social", Example) is not { } map)
            {
                return [];
            }

            var names = new Keys(keys.Codes, keys.Findings, map);
            return [.. map.Entries.Select(e => (e.Key, Url: names.Url(e.Key))).Where(s => s.Url is not null).Select(s => new SocialLink(s.Key, s.Url!.Value))];
        }

        var result = ImmutableArray.CreateBuilder<SocialLink>();
        foreach (var node in list.Items)
        {
            if (node is not YamlMap map)
            {
                keys.Wrong(node, "social", "names with their addresses", $"write e.g. `{Example}`");
                continue;
            }

            var own = new Keys(keys.Codes, keys.Findings, map);
            var (name, url) = (own.Text("name"), own.Url("url"));
            own.WarnOfUnknown("a social account");
            if (name is { } shown && url is { } address)
            {
                result.Add(new SocialLink(shown.Text, address));
            }
            else if (!own.IsFaulted("name") && !own.IsFaulted("url"))
            {
                keys.Findings.Add(Finding.Error("SITE005", map.Place, $"a social account without a `{(name is null ? "name" : "url")}`", "write e.g. `- {name: Mastodon, url: https://example.social/@institute}`"));
            }
        }

        return result.ToImmutable();
    }
}
