using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using PolicyArchive.Drafting;
using PolicyArchive.Naming;

namespace PolicyArchive.Importing.Sites;

/// <summary>A topic of the old site, with the addresses that its lists had.</summary>
internal sealed record OldTopic(string Name, Slug Slug, string? Description, ImmutableArray<string> Addresses);

/// <summary>What of an old site goes into topics.yml, people.yml and settings.yml.</summary>
internal sealed class SiteListings
{
    // What no address of a file holds, or hosts take for a pattern.
    private static readonly SearchValues<char> NoAddress = SearchValues.Create("*:\\?#%\" ");

    private readonly OldSite _site;

    public SiteListings(OldSite site)
    {
        _site = site;
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var lists = site.TopicLists.ToLookup(l => TextFold.Key(l.Topic), l => l.Address, StringComparer.Ordinal);
        Topics = [.. site.Texts.Where(t => t.Claims is { IsPage: false, IsPublished: true }).SelectMany(t => t.Claims.Topics).Select(t => TextFold.CollapseSpaces(t.Text))
            .GroupBy(TextFold.Key).Select(names => names.First())
            .Where(name => Slug.FromTitle(name) is not null && !name.StartsWith("=>", StringComparison.Ordinal))
            .DistinctBy(name => Slug.FromTitle(name)!.Value).OrderBy(name => Slug.FromTitle(name)!.Value.Text, StringComparer.Ordinal)
            .Select(name => new OldTopic(name, Slug.FromTitle(name)!.Value, site.TopicDescriptions.GetValueOrDefault(TextFold.Key(name)), Free(lists[TextFold.Key(name)], $"/topics/{Slug.FromTitle(name)!.Value}/", taken)))];
        var authors = site.Texts.Where(t => t.Claims is { IsPage: false, IsPublished: true }).SelectMany(t => t.Claims.Authors).Select(a => a.Text).ToHashSet(StringComparer.Ordinal);
        People = [.. site.People.Where(p => Slug.FromTitle(p.Id) is not null && authors.Contains(p.Name)).DistinctBy(p => Slug.FromTitle(p.Id)!.Value).OrderBy(p => p.Id, StringComparer.Ordinal)
            .Select(p => p with { Addresses = Free(p.Addresses, $"/authors/{Slug.FromTitle(p.Id)!.Value}/", taken) })];
    }

    public ImmutableArray<OldTopic> Topics { get; }

    public ImmutableArray<OldPerson> People { get; }

    /// <summary>topics.yml; null where it would say nothing that briefs do not say.</summary>
    public string? TopicsText => Write(Topics.Where(t => t.Description is not null || !t.Addresses.IsEmpty), (text, topic) =>
    {
        text.Append(YamlText.Of(topic.Slug.Text)).Append(":\n");
        Key(text, "name", topic.Name);
        Key(text, "description", topic.Description);
        Redirects(text, topic.Addresses);
    });

    public string? PeopleText => Write(People, (text, person) =>
    {
        text.Append(YamlText.Of(person.Id)).Append(":\n");
        Key(text, "name", person.Name);
        Key(text, "affiliation", person.Affiliation);
        Key(text, "orcid", person.Orcid);
        Key(text, "url", person.Url);
        Key(text, "bio", person.Bio);
        Redirects(text, person.Addresses);
    });

    public string SettingsText
    {
        get
        {
            var text = new StringBuilder();
            foreach (var (key, value) in ((string, string?)[])[("title", _site.Settings.Title), ("description", _site.Settings.Description), ("base_url", _site.Settings.BaseUrl?.TrimEnd('/')), ("language", _site.Settings.Language)])
            {
                text.Append(value is null ? "" : $"{key}: {YamlText.Of(TextFold.CollapseSpaces(value))}\n");
            }

            text.Append(Lists.IsEmpty ? "" : "redirects:\n");
            foreach (var (from, to) in Lists)
            {
                text.Append("  ").Append(YamlText.Of(from)).Append(": ").Append(to).Append('\n');
            }

            return text.ToString();
        }
    }

    /// <summary>Lists and feeds whose addresses are others here, as far as there is one.</summary>
    public ImmutableArray<(string From, string To)> Lists =>
    [
        .. _site.Lists.Where(l => OldAddresses.Key(l.From) != OldAddresses.Key(l.To) && IsThere(l.To)).DistinctBy(l => OldAddresses.Key(l.From))
            .Where(l => _site.Texts.All(t => t.Addresses.All(a => OldAddresses.Key(a) != OldAddresses.Key(l.From)))),
    ];

    private bool IsThere(string list) => list switch
    {
        "/topics/" => !Topics.IsEmpty,
        "/years/" => _site.Texts.Any(t => t.Claims is { IsPage: false, IsPublished: true, Published: not null }),
        _ => _site.Texts.Any(t => t.Claims is { IsPage: false, IsPublished: true }),
    };

    // An address leads to one place, and no place leads to itself.
    private static ImmutableArray<string> Free(IEnumerable<string> addresses, string own, HashSet<string> taken) =>
        [.. addresses.Where(a => a != own && !a.AsSpan().ContainsAny(NoAddress) && taken.Add(a))];

    private static string? Write<T>(IEnumerable<T> entries, Action<StringBuilder, T> write)
    {
        var text = new StringBuilder();
        foreach (var entry in entries)
        {
            write(text, entry);
        }

        return text.Length == 0 ? null : text.ToString();
    }

    private static void Key(StringBuilder text, string key, string? value) => text.Append(value is null ? "" : $"  {key}: {YamlText.Of(TextFold.CollapseSpaces(value))}\n");

    private static void Redirects(StringBuilder text, ImmutableArray<string> addresses) =>
        text.Append(addresses.IsEmpty ? "" : $"  redirect_from: [{string.Join(", ", addresses.Select(YamlText.InFlow))}]\n");
}
