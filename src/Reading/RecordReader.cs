using System.Collections.Immutable;
using PolicyArchive.Briefs;
using PolicyArchive.Findings;

namespace PolicyArchive.Reading;

/// <summary>The keys of a brief whose values are records of their own: authors, source, corrections, files.</summary>
internal sealed class RecordReader(Keys keys, List<Finding> findings)
{
    public ImmutableArray<AuthorMention> Authors()
    {
        var result = ImmutableArray.CreateBuilder<AuthorMention>();
        foreach (var node in keys.Items("authors", "author"))
        {
            switch (node)
            {
                case YamlScalar { IsNull: false } scalar when scalar.Text.Trim().Length > 0:
                    result.Add(new AuthorMention(scalar.Text.Trim(), scalar.Place));
                    break;
                case YamlMap map when Author(map) is { } author:
                    result.Add(author);
                    break;
                case YamlList:
                    keys.Wrong(node, "authors", "a list of names", "");
                    break;
            }
        }

        return result.ToImmutable();
    }

    private AuthorMention? Author(YamlMap map)
    {
        var own = new Keys(findings, map);
        var author = own.Text("name") is { } name
            ? new AuthorMention(
                name.Text, name.Place, own.Text("affiliation")?.Text,
                own.Checked<Orcid>("BRIEF021", "an ORCID iD (its check digit is wrong, or its length)", (string t, out Orcid? v) => Orcid.TryParse(t, out v), "write it as `0000-0002-1825-0097`", "orcid"),
                own.Url("url"), own.Flag("organization", "organisation"))
            : null;
        own.WarnOfUnknown("an author");
        if (author is null)
        {
            findings.Add(Finding.Error("BRIEF022", map.Place, "an author without a `name`", "add `name: `"));
        }

        return author;
    }

    public Licence? Licence() => Licence(keys, findings);

    internal static Licence? Licence(Keys keys, List<Finding> findings)
    {
        if (keys.Text("license", "licence") is not { } mention)
        {
            return null;
        }

        if (Briefs.Licence.TryParse(mention.Text, out var licence))
        {
            return licence;
        }

        var near = Naming.Nearest.To(mention.Text, Briefs.Licence.KnownIds);
        findings.Add(Finding.Error("BRIEF023", mention.Place, $"\u201c{mention.Text}\u201d is neither an SPDX licence identifier nor an address", near is null ? "write e.g. `CC-BY-4.0`" : $"did you mean `{near}`?"));
        return null;
    }

    public Source? Source()
    {
        if (keys.Map("source") is not { } map)
        {
            return null;
        }

        var own = new Keys(findings, map);
        var (name, url, title, permission) = (own.Text("name")?.Text, own.Url("url"), own.Text("title")?.Text, own.Text("permission")?.Text);
        own.WarnOfUnknown("a source");
        if (permission is null)
        {
            findings.Add(Finding.Error("BRIEF024", map.Place, "a republished piece without `permission`", "add the words under which it may be republished"));
        }

        if (name is null && url is null && !own.Has("url"))
        {
            findings.Add(Finding.Error("BRIEF025", map.Place, "a source with neither `name` nor `url`", "say where the piece first appeared"));
        }

        return permission is null ? null : new Source(name, url, title, permission);
    }

    public ImmutableArray<Correction> Corrections()
    {
        var result = ImmutableArray.CreateBuilder<Correction>();
        foreach (var node in keys.Items("corrections"))
        {
            if (node is not YamlMap map)
            {
                keys.Wrong(node, "corrections", "a list of `{date, text}`", "write e.g. `- {date: 2024-03-12, text: What was wrong}`");
                continue;
            }

            var own = new Keys(findings, map);
            var (date, text) = (own.Date("date"), own.Text("text"));
            own.WarnOfUnknown("a correction");
            if (text is null || !own.Has("date"))
            {
                findings.Add(Finding.Error("BRIEF026", map.Place, "a correction needs a `date` and a `text`", "say when it was made and what was wrong"));
            }
            else if (date is not null)
            {
                result.Add(new Correction(date, text.Value.Text));
            }
        }

        return result.ToImmutable();
    }

    public ImmutableArray<Attachment> Attachments()
    {
        var result = ImmutableArray.CreateBuilder<Attachment>();
        foreach (var node in keys.Items("attachments", "attachment"))
        {
            if (node is YamlScalar scalar)
            {
                result.Add(new Attachment(new Mention(scalar.Text.Trim(), scalar.Place), scalar.Text.Trim()));
            }
            else if (node is YamlMap map)
            {
                var own = new Keys(findings, map);
                var (name, title) = (own.Text("file"), own.Text("title"));
                own.WarnOfUnknown("an attachment");
                if (name is null)
                {
                    findings.Add(Finding.Error("BRIEF027", map.Place, "an attachment without a `file`", "name a file beside the brief"));
                }
                else
                {
                    result.Add(new Attachment(name.Value, title?.Text ?? name.Value.Text));
                }
            }
            else
            {
                keys.Wrong(node, "attachments", "a list of `{file, title}`", "");
            }
        }

        return result.ToImmutable();
    }

    public Picture? Image()
    {
        if (keys.Find("image") is not { } entry)
        {
            return null;
        }

        if (entry.Value is YamlScalar scalar)
        {
            findings.Add(NoAlt(scalar.Place));
            return new Picture(new Mention(scalar.Text.Trim(), scalar.Place), "", null);
        }

        if (entry.Value is not YamlMap map)
        {
            keys.Wrong(entry.Value, "image", "`{file, alt, credit}`", "");
            return null;
        }

        var own = new Keys(findings, map);
        var (name, alt, credit) = (own.Text("file"), own.Text("alt"), own.Text("credit")?.Text);
        own.WarnOfUnknown("an image");
        if (name is null)
        {
            findings.Add(Finding.Error("BRIEF028", map.Place, "an image without a `file`", "name a picture beside the brief"));
            return null;
        }

        if (alt is null)
        {
            findings.Add(NoAlt(map.Place));
        }

        return new Picture(name.Value, alt?.Text ?? "", credit);
    }

    private static Finding NoAlt(Place place) =>
        Finding.Warning("BRIEF029", place, "the image has no `alt` text", "say what it shows, for readers who cannot see it");

}
