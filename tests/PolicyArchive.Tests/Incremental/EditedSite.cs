using System.Text;
using PolicyArchive.Commands;

namespace PolicyArchive.Tests.Incremental;

/// <summary>A site of a few briefs that uses much of what a site can use, and small changes to it, each by two numbers.</summary>
internal sealed class EditedSite : IDisposable
{
    private const int Briefs = 9;

    private static readonly (string Key, string[] Values)[] Keys =
    [
        ("title", ["Water in cities", "Metering wells", "What a grid costs", "L’eau “en ville”"]),
        ("published", ["2019-03-04", "2021-07-01", "2020-01-31T10:00:00+02:00", "unknown", "2026-06-01"]),
        ("updated", ["2022-02-02", "2023-03-03"]),
        ("topics", ["[Water]", "[Water, Energy]", "[Wells]", "[]"]),
        ("regions", ["[Kenya]", "[Kenya, Peru]"]),
        ("authors", ["[ana]", "[Ben Two, ana]", "[{name: The Body, organization: true}]", "[]"]),
        ("kind", ["Report", "Commentary"]),
        ("series", ["Notes", "Papers"]),
        ("number", ["1", "2", "3"]),
        ("summary", ["In short.", "In other words."]),
        ("key_points", ["[One., Two.]"]),
        ("language", ["fr", "ar", "en"]),
        ("translation_of", ["b0", "b1"]),
        ("doi", ["10.1234/abc"]),
        ("license", ["CC-BY-4.0", "https://rightsstatements.org/vocab/InC/1.0/"]),
        ("source", ["{name: Elsewhere, url: https://else.example/x, permission: With leave.}"]),
        ("disclaimer", ["Not ours."]),
        ("syndicate", ["false", "true"]),
        ("corrections", ["[{date: 2022-05-06, text: A slip.}]", "[{date: 2022-05-06, text: A slip.}, {date: 2023-01-01, text: Another.}]"]),
        ("supersedes", ["[b1]", "[b2, b3]"]),
        ("related", ["[b2]", "[b4, b5]"]),
        ("attachments", ["[{file: /data.csv, title: Data}]"]),
        ("image", ["{file: /pic.png, alt: A well}"]),
        ("draft", ["true"]),
    ];

    private static readonly string[] Bodies =
    [
        "Wells run dry.\n",
        "## Wells\n\nSee [another](xref:b1) and [the web](https://a.example/x).\n",
        "A note[^1] and a picture.\n\n![A well](/pic.png)\n\n[^1]: From [there](/briefs/b2/).\n",
        string.Concat(Enumerable.Range(1, 5).Select(i => $"## Part {i}\n\n{string.Concat(Enumerable.Repeat("Water is metered where wells are known. ", 40))}\n\n")),
        "<p lang=\"fr\">L’eau</p>\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
    ];

    private static readonly (string Path, string[] Texts)[] Listings =
    [
        ("people.yml", ["ana:\n  name: Ana One\n", "ana:\n  name: Ana One\n  affiliation: The Institute\n  bio: Writes of water.\n", "ana:\n  name: Ana Uno\n  orcid: 0000-0002-1825-0097\n"]),
        ("topics.yml", ["water:\n  name: Water\n", "water:\n  name: Water\n  description: Rivers and wells.\nwells:\n  name: Wells\n  parent: water\n", "water:\n  name: Waters\n  aliases: [Water]\n"]),
        ("series.yml", ["notes:\n  name: Notes\n  description: Short pieces.\n", "papers:\n  name: Papers\n  repec: wpaper\n"]),
        ("briefs/_directory.yml", ["regions: [Chad]\n", "disclaimer: Of the folder.\n"]),
        ("pages/about.md", ["---\ntitle: About\n---\nWe meter.\n", "---\ntitle: About us\n---\nSee [one](xref:b0).\n"]),
        ("data.csv", ["a,b\n1,2\n", "a,b\n1,2\n3,4\n"]),
        ("retired.yml", ["- address: /gone/\n  reason: Withdrawn.\n"]),
    ];

    private static readonly string[] Settings =
    [
        "",
        "title: Another archive\n",
        "feed_size: 2\npage_size: 1\n",
        "feed_size: 3\npage_size: 2\ndisclaimer: Views are the authors’ own.\nlicense: CC-BY-4.0\n",
        "language: fr\n",
        "description: Of water.\nllms_txt: true\ncards: false\nfeatured: [b0, b3]\ncopyright: The Institute\n",
        "base_url: https://archive.example/sub\npublisher: {name: The Institute, url: https://institute.example, email: a@institute.example}\nwebsub: https://hub.example\n",
        "publisher: {name: The Institute, email: a@institute.example}\nrepec: abc\noai_gateway: https://gateway.example/oai\nkinds: [Memo]\n",
    ];

    private static readonly (string Path, string[] Texts)[] Theme =
    [
        ("words/en.yml", ["home: Start\n", "home: Front\nbriefs: Papers\n"]),
        ("not-found.liquid", ["<p>Nothing here.</p>\n"]),
        ("partials/crumbs-of-a-test.liquid", ["x\n"]),
        ("assets/extra.css", [".x { color: red }\n", ".x { color: blue }\n"]),
    ];

    private readonly SmallSite _site = new();
    private readonly (Dictionary<string, string> Keys, string Body, string Name)?[] _briefs = new (Dictionary<string, string>, string, string)?[Briefs];
    private DateOnly _now = new(2026, 1, 1);
    private bool _drafts;

    public EditedSite()
    {
        Write("settings.yml", SettingsOf(0));
        for (var i = 0; i < Briefs; i++)
        {
            _briefs[i] = (new() { ["title"] = $"Brief {i}", ["published"] = $"{2015 + (i / 2)}-0{1 + i}-01", ["topics"] = i % 2 == 0 ? "[Water]" : "[Energy]", ["authors"] = i % 3 == 0 ? "[ana]" : "[Ben Two]" }, Bodies[i % Bodies.Length], $"b{i}");
            WriteBrief(i);
        }

        _site.With("pic.png", SmallSite.Pixel);
        _site.With("data.csv", "a,b\n");
        Directory.CreateDirectory(Path.Join(_site.Folder, "theme"));
    }

    public string Folder => _site.Folder;

    /// <summary>Without a cache.</summary>
    public RunOptions Options => _site.Options with { Theme = Path.Join(_site.Folder, "theme"), Now = _now, Drafts = _drafts };

    public RunOptions OptionsWithCache => Options with { Cache = Path.Join(_site.Folder, "cache") };

    /// <summary>One change, the same for the same numbers.</summary>
    public void Edit(int kind, int which)
    {
        var (brief, variant) = (which % Briefs, which / Briefs);
        switch (kind % 12)
        {
            case < 5 when _briefs[brief] is { } one:
                var (key, values) = Keys[variant % Keys.Length];
                if (variant / Keys.Length % (values.Length + 1) is var value && value < values.Length)
                {
                    one.Keys[key] = values[value];
                }
                else if (key is not ("title" or "published"))
                {
                    one.Keys.Remove(key);
                }

                WriteBrief(brief);
                break;
            case 5 when _briefs[brief] is { } one:
                _briefs[brief] = one with { Body = Bodies[variant % Bodies.Length] + (variant % 3 == 0 ? "\nMore.\n" : "") };
                WriteBrief(brief);
                break;
            case 6 when _briefs[brief] is { } one:
                File.Delete(_site.PathOf($"briefs/{one.Name}.md"));
                _briefs[brief] = variant % 2 == 0 ? null : one with { Name = $"b{brief}{(one.Name.Length > 2 ? "" : "x")}" };
                if (_briefs[brief] is not null)
                {
                    WriteBrief(brief);
                }

                break;
            case 7:
                var (path, texts) = Listings[which % Listings.Length];
                Set(_site.PathOf(path), texts, which / Listings.Length);
                break;
            case 8:
                Write("settings.yml", SettingsOf(which));
                break;
            case 9:
                var (file, versions) = Theme[which % Theme.Length];
                Set(Path.Join(_site.Folder, "theme", file), versions, which / Theme.Length);
                break;
            case 10:
                _now = which % 2 == 0 ? new(2026, 1, 1) : new(2026, 7, 1);
                _drafts = which % 3 == 0;
                break;
            default:
                _briefs[brief] ??= (new() { ["title"] = $"New {brief}", ["published"] = "2024-05-06" }, Bodies[variant % Bodies.Length], $"b{brief}");
                WriteBrief(brief);
                break;
        }
    }

    public void Dispose() => _site.Dispose();

    private static string SettingsOf(int which)
    {
        var more = Settings[which % Settings.Length];
        return (more.Contains("title:", StringComparison.Ordinal) ? "" : "title: A small archive\n") + (more.Contains("base_url:", StringComparison.Ordinal) ? "" : "base_url: https://archive.example\n") + more;
    }

    private void WriteBrief(int i)
    {
        var (keys, body, name) = _briefs[i]!.Value;
        var text = new StringBuilder("---\n");
        foreach (var (key, value) in keys)
        {
            text.Append(key).Append(": ").Append(value).Append('\n');
        }

        Write($"briefs/{name}.md", text.Append("---\n").Append(body).ToString());
    }

    private void Write(string path, string text) => _site.With(path, text);

    private static void Set(string path, string[] texts, int which)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (which % (texts.Length + 1) is var text && text < texts.Length)
        {
            File.WriteAllText(path, texts[text]);
        }
        else
        {
            File.Delete(path);
        }
    }
}
