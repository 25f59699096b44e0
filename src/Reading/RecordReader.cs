using System.Collections.Immutable;
using PolicyArchive.Briefs;
using PolicyArchive.Findings;
using PolicyArchive.Naming;

namespace PolicyArchive.Reading;

/// <summary>The keys of a brief whose values are records of their own: authors, source, corrections, files.</summary>
internal sealed class RecordReader(Keys keys)
{
    private readonly List<Finding> _findings = keys.Findings;

    public ImmutableArray<AuthorMention> Authors()
    {
        var result = ImmutableArray.CreateBuilder<AuthorMention>();
        foreach (var node in keys.Items("authors", "author"))
        {
            switch (node)
            {
                case YamlScalar scalar when !scalar.IsNull && scalar.Text.Trim() is { Length: > 0 } name:
                    result.Add(new AuthorMention(name, scalar.Place));
                    break;
                case YamlMap map when Author(map) is { } author:
                    result.Add(author);
                    break;
                case YamlList:
                    keys.Wrong(node, "authors", "names", "write e.g. `authors: [Ida Marlow, Tom Reed]`");
                    break;
            }
        }

        return result.ToImmutable();
    }

    private AuthorMention? Author(YamlMap map)
    {
        var own = new Keys(keys.Codes, _findings, map);
        var name = own.Text("name");
        var (affiliation, orcid, url, isOrganization) = (own.Text("affiliation")?.Text, ReadOrcid(own), own.Url("url"), own.Flag("organization", "organisation"));
        own.WarnOfUnknown("an author");
        if (name is null && !own.IsFaulted("name"))
        {
            _findings.Add(Finding.Error("BRIEF022", map.Place, "an author without a `name`", "add `name: `"));
        }

        return name is { } known ? new AuthorMention(known.Text, known.Place, affiliation, orcid, url, isOrganization) : null;
    }

    internal static Orcid? ReadOrcid(Keys keys) =>
        keys.Checked<Orcid>(keys.Codes.Orcid, "an ORCID iD (its check digit is wrong, or its length)", (string t, out Orcid? v) => Orcid.TryParse(t, out v), "write it as `0000-0002-1825-0097`", "orcid");

    internal static Licence? Licence(Keys keys)
    {
        if (keys.Text("license", "licence") is not { } mention)
        {
            return null;
        }

        if (Briefs.Licence.TryParse(mention.Text, out var licence))
        {
            return licence;
        }

        var near = Nearest.To(mention.Text, Briefs.Licence.KnownIds);
        keys.Findings.Add(Finding.Error(keys.Codes.Licence, mention.Place, $"\u201c{mention.Text}\u201d is neither an SPDX licence identifier nor an address", near is null ? "write e.g. `CC-BY-4.0`" : $"did you mean `{near}`?"));
        return null;
    }

    public Source? Source()
    {
        if (keys.Map("source", "source: {name: A journal, url: https://example.org/piece, permission: With leave of the journal}") is not { } map)
        {
            return null;
        }

        var own = new Keys(keys.Codes, _findings, map);
        var (name, url, title, permission) = (own.Text("name")?.Text, own.Url("url"), own.Text("title")?.Text, own.Text("permission")?.Text);
        own.WarnOfUnknown("a source");
        if (permission is null && !own.IsFaulted("permission"))
        {
            _findings.Add(Finding.Error("BRIEF024", map.Place, "a republished piece without `permission`", "add the words under which it may be republished"));
        }

        if (name is null && url is null && !own.IsFaulted("url") && !own.IsFaulted("name"))
        {
            _findings.Add(Finding.Error("BRIEF025", map.Place, "a source with neither `name` nor `url`", "say where the piece first appeared"));
        }

        return permission is null ? null : new Source(name, url, title, permission);
    }

    /// <summary>What the importer wrote. Notes of other programs under this key say nothing wrong.</summary>
    public static Provenance? Provenance(Keys keys)
    {
        if (keys.Find("provenance") is not { Value: YamlMap map } || Value("file") is not { Length: > 0 } file)
        {
            return null;
        }

        return new Provenance(file, Value("sha256") ?? "", PublicationDate.Parse(Value("imported") ?? "")?.Day);

        string? Value(string name) => map.Entries.FirstOrDefault(entry => entry.Folded == name)?.Value is YamlScalar { IsNull: false } scalar ? scalar.Text.Trim() : null;
    }

    internal static Finding Later(Place place, string what, string day, DateOnly today) =>
        Finding.Warning("BRIEF034", place, $"{what} of {day} is later than today, {new PublicationDate.Known(today).Iso}", "mend the day; what is written here is published at once");

    public ImmutableArray<Correction> Corrections(PublicationDate.Known? published, DateOnly today)
    {
        var result = ImmutableArray.CreateBuilder<Correction>();
        foreach (var node in keys.Items("corrections", "correction"))
        {
            if (node is not YamlMap map)
            {
                keys.Wrong(node, "corrections", "`{date, text}`", "write e.g. `- {date: 2024-03-12, text: What was wrong}`");
                continue;
            }

            var own = new Keys(keys.Codes, _findings, map);
            var (day, text) = (own.Text("date"), own.Text("text"));
            var date = day is { } given ? own.Date(given) : null;
            own.WarnOfUnknown("a correction");
            if ((text is null && !own.IsFaulted("text")) || (day is null && !own.IsFaulted("date")))
            {
                _findings.Add(Finding.Error("BRIEF026", map.Place, $"a correction without a `{(day is null ? "date" : "text")}`", "say when it was made and what was wrong, e.g. `- {date: 2024-03-12, text: What was wrong}`"));
            }
            else if (date is not null && text is not null)
            {
                result.Add(new Correction(date, text.Value.Text));
            }

            if (date?.Day > today && !(published?.Day > today))
            {
                _findings.Add(Later(day!.Value.Place, "a correction", date.Iso, today));
            }

            if (date is not null && published is not null && date.Day < published.Day)
            {
                _findings.Add(Finding.Error("BRIEF018", day!.Value.Place, $"a correction of {date.Iso} is earlier than the brief itself, {published.Iso}", "mend one of the two days"));
            }
        }

        return result.ToImmutable();
    }

    public ImmutableArray<Attachment> Attachments()
    {
        var result = ImmutableArray.CreateBuilder<Attachment>();
        foreach (var node in keys.Items("attachments", "attachment").Where(n => n is not YamlScalar { IsNull: true }))
        {
            var own = node is YamlMap map ? new Keys(keys.Codes, _findings, map) : null;
            var name = node is YamlScalar scalar && scalar.Text.Trim() is { Length: > 0 } text ? new Mention(text, scalar.Place) : own?.Text("file");
            var title = own?.Text("title")?.Text;
            own?.WarnOfUnknown("an attachment");
            if (node is YamlList)
            {
                keys.Wrong(node, "attachments", "files or `{file, title}`", "write e.g. `- {file: tables.pdf, title: The tables}`");
            }
            else if (name is { } given)
            {
                result.Add(new Attachment(given, title ?? given.Text[(given.Text.LastIndexOf('/') + 1)..]));
            }
            else if (own?.IsFaulted("file") is not true)
            {
                _findings.Add(Finding.Error("BRIEF027", node.Place, "an attachment without a `file`", "name a file beside the brief"));
            }
        }

        return result.ToImmutable();
    }

    public Picture? Image()
    {
        if (keys.Find("image") is not { Value: var value })
        {
            return null;
        }

        if (value is YamlList)
        {
            keys.Wrong(value, "image", "`{file, alt, credit}`", "write e.g. `image: {file: wells.jpg, alt: A dry well}`");
            return null;
        }

        var own = new Keys(keys.Codes, _findings, value as YamlMap);
        var (name, alt, credit) = (own.Text("file"), own.Text("alt"), own.Text("credit")?.Text);
        name ??= value is YamlScalar scalar && scalar.Text.Trim() is { Length: > 0 } text ? new Mention(text, scalar.Place) : null;
        own.WarnOfUnknown("an image");
        if (name is null)
        {
            if (!own.IsFaulted("file"))
            {
                _findings.Add(Finding.Error("BRIEF028", value.Place, "an image without a `file`", "name a picture beside the brief"));
            }

            return null;
        }

        if (alt is null && !own.IsFaulted("alt"))
        {
            _findings.Add(Finding.Warning("BRIEF029", value.Place, "the image has no `alt` text", "say what it shows, for readers who cannot see it"));
        }

        return new Picture(name.Value, alt?.Text ?? "", credit);
    }
}
