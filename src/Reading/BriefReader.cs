using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PolicyArchive.Briefs;
using PolicyArchive.Findings;
using PolicyArchive.Markup;
using PolicyArchive.Naming;

namespace PolicyArchive.Reading;

/// <summary>One Markdown file to one brief; all of its faults at once.</summary>
internal sealed partial class BriefReader(SourceFile file, Keys keys, List<Finding> findings)
{
    [GeneratedRegex(@"^(\d{4}-\d{2}-\d{2})-(?=.)")]
    private static partial Regex LeadingDate { get; }

    [GeneratedRegex("^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$")]
    private static partial Regex LanguageTag { get; }

    /// <summary>Null when the file is not a brief that could be published.</summary>
    public Brief? Read(int bodyStart)
    {
        var title = keys.Text("title");
        if (title is null)
        {
            findings.Add(Finding.Error("BRIEF001", file.Head, "no `title`", "add e.g. `title: What the brief says in one line`"));
        }

        var published = Published();
        var slug = ReadSlug();
        var updated = keys.Date("updated");
        var summary = keys.Text("summary", "description", "excerpt", "lead")?.Text;
        var keyPoints = keys.Texts("key_points");
        var records = new RecordReader(keys, findings);
        var brief = new Brief
        {
            Place = file.Head,
            SourcePath = file.RelativePath,
            Slug = slug ?? default,
            Destination = ReadDestination(),
            Title = TextFold.CollapseSpaces(title?.Text ?? ""),
            Published = published ?? new PublicationDate.Unknown(),
            Updated = updated,
            Authors = records.Authors(),
            Topics = keys.Texts("topics", "tags", "topic"),
            Regions = keys.Texts("regions", "region"),
            Kind = keys.Text("kind", "type") is { } kind ? kind with { Text = KindName.Of(kind.Text) } : new Mention(KindName.PolicyBrief, file.Head),
            Series = keys.Text("series"),
            Number = keys.Text("number")?.Text,
            Summary = summary,
            KeyPoints = [.. keyPoints.Select(p => p.Text)],
            Draft = keys.Flag("draft", "excluded"),
            Language = ReadLanguage(keys, findings),
            TranslationOf = keys.Text("translation_of"),
            Doi = keys.Checked<Doi>("BRIEF015", "a DOI", (string t, out Doi? v) => Doi.TryParse(t, out v), "a DOI looks like `10.1234/abc`", "doi"),
            Isbn = keys.Checked<Isbn>("BRIEF016", "an ISBN (its check digit is wrong, or its length)", (string t, out Isbn? v) => Isbn.TryParse(t, out v), "write its 10 or 13 digits as printed", "isbn"),
            Licence = records.Licence(),
            Source = records.Source(),
            Disclaimer = keys.Text("disclaimer")?.Text,
            Corrections = records.Corrections(),
            Supersedes = keys.Texts("supersedes"),
            Related = keys.Texts("related"),
            Attachments = records.Attachments(),
            Image = records.Image(),
            RedirectFrom = keys.Texts("redirect_from", "aliases"),
            Body = Body(bodyStart, title?.Text ?? ""),
        };
        CheckOrderOfDates(brief);
        keys.Find("provenance", "layout", "order", "id");
        keys.WarnOfUnknown("a brief");
        return title is null || published is null || slug is null ? null : brief;
    }

    private Article Body(int start, string title)
    {
        var (article, found) = MarkdownReader.Read(file.Text[start..], title, offset => file.At(start + offset));
        findings.AddRange(found);
        return article;
    }

    private PublicationDate? Published()
    {
        var notBefore = keys.Date("not_before");
        if (keys.Text("published", "date") is not { } mention)
        {
            if (LeadingDate.Match(FileName) is { Success: true } match && PublicationDate.Parse(match.Groups[1].Value) is { } named)
            {
                return named;
            }

            findings.Add(Finding.Error("BRIEF002", file.Head, "no `published` date", "add e.g. `published: 2024-03-12`, or `published: unknown`"));
            return null;
        }

        return mention.Text.Equals("unknown", StringComparison.OrdinalIgnoreCase)
            ? new PublicationDate.Unknown(notBefore?.Day)
            : keys.Date(mention);
    }

    private void CheckOrderOfDates(Brief brief)
    {
        if (brief.Published.AsKnown is not { } published)
        {
            return;
        }

        if (brief.Updated is { } updated && updated.Day < published.Day && keys.Find("updated") is { } entry)
        {
            findings.Add(Finding.Error("BRIEF017", entry.Value.Place, $"updated on {updated.Iso}, before it was published on {published.Iso}", "mend one of the two days"));
        }

        foreach (var correction in brief.Corrections.Where(c => c.Date.Day < published.Day))
        {
            findings.Add(Finding.Error("BRIEF018", keys.Find("corrections")!.Value.Place, $"a correction of {correction.Date.Iso} is earlier than the brief itself, {published.Iso}", "mend one of the two days"));
        }
    }

    private string FileName => file.RelativePath[(file.RelativePath.LastIndexOf('/') + 1)..];

    private Slug? ReadSlug()
    {
        if (keys.Text("slug") is { } mention)
        {
            if (Slug.TryParse(mention.Text, out var slug))
            {
                return slug;
            }

            var like = Slug.FromTitle(mention.Text) is { } made ? $", e.g. `{made}`" : "";
            findings.Add(Finding.Error("BRIEF003", mention.Place, $"`{mention.Text}` cannot be a slug", $"use lower-case letters, digits and single hyphens{like}"));
            return null;
        }

        var parts = file.RelativePath.Split('/');
        var isIndex = parts[^1].Equals("index.md", StringComparison.OrdinalIgnoreCase) && parts.Length > 1;
        var name = isIndex ? parts[^2] : parts[^1][..parts[^1].LastIndexOf('.')];
        if (Slug.FromTitle(LeadingDate.Replace(name, "")) is { } fromName)
        {
            return fromName;
        }

        findings.Add(Finding.Error("BRIEF003", file.Head, $"the file name `{name}` has no letter or digit to make an address of", "rename the file, or add a `slug`"));
        return null;
    }

    private SiteUrl? ReadDestination()
    {
        if (keys.Text("DestinationPath") is not { } mention)
        {
            return null;
        }

        var path = "/" + mention.Text.TrimStart('/').Replace('\\', '/');
        path = path.EndsWith("/index.html", StringComparison.OrdinalIgnoreCase) ? path[..^"index.html".Length] : path;
        if (SiteUrl.TryParse(path, out var url) && (path.EndsWith('/') || path.EndsWith(".html", StringComparison.OrdinalIgnoreCase)) && path.Length > 1)
        {
            return url;
        }

        findings.Add(Finding.Error("BRIEF019", mention.Place, $"`{mention.Text}` cannot be where the page stands", "give a path that ends in `.html` or `/`"));
        return null;
    }

    internal static string? ReadLanguage(Keys keys, List<Finding> findings)
    {
        if (keys.Text("language", "lang") is not { } mention)
        {
            return null;
        }

        if (LanguageTag.IsMatch(mention.Text))
        {
            return mention.Text;
        }

        findings.Add(Finding.Error("BRIEF020", mention.Place, $"\u201c{mention.Text}\u201d is not a language tag (BCP 47)", "write e.g. `en`, `fr` or `pt-BR`"));
        return null;
    }
}
