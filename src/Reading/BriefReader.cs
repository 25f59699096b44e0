using System.Collections.Immutable;
using PolicyArchive.Briefs;
using PolicyArchive.Findings;
using PolicyArchive.Markup;
using PolicyArchive.Naming;

namespace PolicyArchive.Reading;

/// <summary>One Markdown file to one brief; all of its faults at once.</summary>
internal sealed class BriefReader(SourceFile file, Keys keys, Settings settings, BodyReader bodies)
{
    private const int MostNames = 300;

    // Keys that have no effect here, but say nothing wrong: notes of writers, and of other generators.
    private static readonly string[] Ignored = ["layout", "order", "id"];

    /// <summary>Null when the file is not a brief that could be published.</summary>
    public Brief? Read(int bodyStart)
    {
        var title = ReadTitle(file, keys, "add e.g. `title: What the brief says in one line`");
        var published = ReadPublished();
        var slug = BriefAddress.Slug(file, keys);
        var language = LanguageTag.Read(keys);
        var records = new RecordReader(keys);
        var brief = new Brief
        {
            Place = file.Head,
            SourcePath = TextFold.Compose(file.RelativePath),
            Slug = slug ?? default,
            Destination = BriefAddress.Destination(keys),
            Title = title ?? "",
            Published = published ?? new PublicationDate.Unknown(),
            Updated = keys.Date("updated"),
            Authors = Bounded("authors", records.Authors(), author => author.Place),
            Topics = Bounded("topics", keys.Texts("topics", "tags", "topic"), mention => mention.Place),
            Regions = Bounded("regions", keys.Texts("regions", "region"), mention => mention.Place),
            Kind = keys.Text("kind", "type"),
            Series = keys.Text("series"),
            Number = keys.Text("number")?.Text,
            Summary = keys.Text("summary", "description", "excerpt", "lead")?.Text,
            KeyPoints = [.. keys.Texts("key_points").Select(p => p.Text)],
            Draft = keys.Flag("draft", "excluded") || IsHeldBack,
            Language = language,
            TranslationOf = keys.Text("translation_of"),
            Doi = keys.Checked<Doi>("BRIEF015", "a DOI", (string t, out Doi? v) => Doi.TryParse(t, out v), "a DOI looks like `10.1234/abc`", "doi"),
            Isbn = keys.Checked<Isbn>("BRIEF016", "an ISBN (its check digit is wrong, or its length)", (string t, out Isbn? v) => Isbn.TryParse(t, out v), "write its 10 or 13 digits as printed", "isbn"),
            Licence = RecordReader.Licence(keys),
            Source = records.Source(),
            Disclaimer = keys.Text("disclaimer")?.Text,
            Syndicate = keys.Text("syndicate") is null ? null : keys.Flag("syndicate"),
            Corrections = records.Corrections(published?.AsKnown, settings.Today),
            Supersedes = keys.Texts("supersedes"),
            Related = keys.Texts("related"),
            Attachments = records.Attachments(),
            Image = records.Image(),
            RedirectFrom = keys.Texts("redirect_from", "aliases"),
            Provenance = RecordReader.Provenance(keys),
            Body = bodies.Read(file, bodyStart, title ?? "", language ?? settings.Language, keys.Findings),
        };
        CheckTogether(brief);
        keys.Ignore(Ignored);
        keys.WarnOfUnknown("a brief");
        return title is null || published is null || slug is null ? null : brief;
    }

    /// <summary>The title; null, with a finding, when it is missing, empty or no text.</summary>
    public static string? ReadTitle(SourceFile file, Keys keys, string hint)
    {
        if (keys.Text("title") is { } title)
        {
            return TextFold.CollapseSpaces(title.Text);
        }

        if (keys.Given("title") is not { } entry)
        {
            keys.Findings.Add(Finding.Error("BRIEF001", file.Head, "no `title`", hint));
        }
        else if (!keys.IsFaulted("title"))
        {
            keys.Findings.Add(Finding.Error("BRIEF001", entry.Value.Place, "the `title` is empty", "write what the piece says in one line"));
        }

        return null;
    }

    private PublicationDate? ReadPublished()
    {
        var notBefore = keys.Date("not_before");
        if ((IsJekylls ? keys.Text("date") : keys.Text("published", "date")) is { } mention)
        {
            return mention.Text.Equals("unknown", StringComparison.OrdinalIgnoreCase) ? new PublicationDate.Unknown(notBefore?.Day) : keys.Date(mention);
        }

        if (keys.IsFaulted("published") || keys.IsFaulted("date"))
        {
            return null;
        }

        var named = BriefAddress.DateInName(file);
        if (named is null)
        {
            keys.Findings.Add(Finding.Error("BRIEF002", file.Head, "no `published` date", "add e.g. `published: 2024-03-12`, or `published: unknown`"));
        }

        return named;
    }

    // Each name has a page that shows this brief with all its names.
    private ImmutableArray<T> Bounded<T>(string key, ImmutableArray<T> names, Func<T, Place> placeOf)
    {
        if (names.Length <= MostNames)
        {
            return names;
        }

        keys.Findings.Add(Finding.Error("BRIEF033", placeOf(names[MostNames]), $"the brief names {names.Length} {key}, and {MostNames} are the most", "name those that it is about"));
        return [];
    }

    // Jekyll says by `published` whether a piece is published, and by `date` when.
    private bool IsJekylls => keys.Text("published")?.Text is "true" or "false";

    private bool IsHeldBack => keys.Text("published")?.Text == "false";

    private void CheckTogether(Brief brief)
    {
        if (brief is { Published: PublicationDate.Known published, Updated: { } updated } && updated.Day < published.Day && keys.Given("updated") is { } entry)
        {
            keys.Findings.Add(Finding.Error("BRIEF017", entry.Value.Place, $"updated on {updated.Iso}, before it was published on {published.Iso}", "mend one of the two days"));
        }

        // An embargoed brief may know of later days.
        if (brief.Updated?.Day > settings.Today && !(brief.Published.AsKnown?.Day > settings.Today) && keys.Given("updated") is { } later)
        {
            keys.Findings.Add(RecordReader.Later(later.Value.Place, "an update", brief.Updated.Iso, settings.Today));
        }

        if (brief.Published is PublicationDate.Unknown { NotBefore: { } earliest } && earliest > settings.Today && keys.Given("not_before") is { } bound)
        {
            keys.Findings.Add(RecordReader.Later(bound.Value.Place, "a `not_before`", new PublicationDate.Known(earliest).Iso, settings.Today));
        }

        if (brief.Published is PublicationDate.Known && keys.Given("not_before") is { Value: YamlScalar { IsNull: false } value } && PublicationDate.Parse(value.Text) is not null)
        {
            keys.Findings.Add(Finding.Warning("BRIEF032", value.Place, "`not_before` has no effect on a dated piece", "remove it, or write `published: unknown`"));
        }

        if (brief is { Number: not null, Series: null } && keys.Given("number") is { } number && !keys.IsFaulted("series"))
        {
            keys.Findings.Add(Finding.Warning("BRIEF030", number.Value.Place, $"the number \u201c{brief.Number}\u201d belongs to no `series`", "add e.g. `series: Working papers`, or remove the number"));
        }
    }
}
