using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using PolicyArchive.Briefs;
using PolicyArchive.Drafting;
using PolicyArchive.Importing.Arranging;
using PolicyArchive.Importing.Blocks;
using PolicyArchive.Naming;

namespace PolicyArchive.Importing.Drafting;

/// <summary>What the command line adds to every draft.</summary>
public sealed record DraftKeys(string? Kind, string? Language, string SiteLanguage, DateOnly Today);

/// <summary>An arrangement as a Markdown file with front matter.</summary>
internal sealed class DraftText(Arrangement piece, DraftKeys keys, Names topics, Names authors)
{
    private readonly StringBuilder _head = new("---\n");
    private readonly List<string> _left = [];

    /// <summary>What could not be written as the source has it, a sentence each.</summary>
    public IReadOnlyList<string> Left => _left;

    /// <param name="redirects">Old addresses that no other piece has.</param>
    public string Write(DateOnly imported, IReadOnlyList<string> redirects)
    {
        var isPage = piece.Piece.Claims.IsPage;
        Add("title", piece.Title.StartsWith("=>", StringComparison.Ordinal) ? piece.Title[2..].Trim() : piece.Title);
        if (!isPage)
        {
            Line($"published: {piece.Published ?? "unknown"}");
            if (piece.NotBefore is { } day)
            {
                Line($"not_before: {day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}");
            }

            if (piece.Updated is { } updated)
            {
                Line($"updated: {updated}");
            }

            WriteAuthors();
            WriteTopics();
            Add("kind", keys.Kind);
            Add("series", piece.Piece.Claims.Series?.Text);
        }

        var language = keys.Language ?? piece.Piece.Claims.Language?.Text;
        Add("language", language is not null && !language.Equals(keys.SiteLanguage, StringComparison.OrdinalIgnoreCase) ? language : null);
        Add("translation_of", isPage ? null : piece.Piece.Claims.TranslationOf);
        Add("summary", piece.Summary);
        if (!isPage)
        {
            WriteRest();
        }

        if (redirects.Count > 0)
        {
            Line($"redirect_from: [{string.Join(", ", redirects.Select(YamlText.InFlow))}]");
        }

        if (!piece.Piece.Claims.IsPublished)
        {
            Line("draft: true");
        }

        Line("provenance:");
        Line($"  file: {YamlText.Of(piece.Piece.Name)}");
        Line($"  sha256: {YamlText.Of(piece.Piece.Sha256)}");
        Line($"  imported: {imported.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}");

        // Addresses and metadata may hold what no text may.
        return Texts.Cleaned.Of(_head.Append("---\n\n").Append(piece.Piece.Markdown ?? BlockMarkdown.Of(piece.Body, piece.Piece.Notes)).ToString()).Text;
    }

    private void WriteRest()
    {
        Add("disclaimer", piece.Disclaimer);
        WriteSource();
        Add("doi", piece.Piece.Claims.Doi is { } doi && Doi.TryParse(doi.Text, out _) ? doi.Text : null);
        Add("license", piece.Piece.Claims.Licence is { } licence && Licence.TryParse(licence.Text, out _) ? licence.Text : null);
        if (piece.Piece.Claims.Image is var (file, alt) && file is not null)
        {
            Line($"image: {{file: {YamlText.InFlow(file)}{(alt.Length > 0 ? $", alt: {YamlText.InFlow(alt)}" : "")}}}");
        }

        foreach (var (whom, text) in piece.Bios)
        {
            Line(YamlText.Comment($"# `bio` of {whom}, for people.yml: {text}"));
        }
    }

    private void WriteAuthors()
    {
        var lines = new List<string>();
        foreach (var author in piece.Authors)
        {
            var (name, why) = authors.Take(author.Name);
            if (name is null)
            {
                _left.Add($"The author \u201c{author.Name}\u201d {why}, and stands in a comment.");
                Line(YamlText.Comment($"# An author whose name {why}: {author.Name}"));
            }
            else
            {
                lines.Add(author.Affiliation is null ? YamlText.InFlow(name) : $"{{name: {YamlText.InFlow(name)}, affiliation: {YamlText.InFlow(author.Affiliation)}}}");
            }
        }

        if (lines.Count > 0)
        {
            Line($"authors: [{string.Join(", ", lines)}]");
        }
    }

    private void WriteTopics()
    {
        var kept = new List<string>();
        foreach (var topic in piece.Topics)
        {
            var (name, why) = topics.Take(topic);
            if (name is null)
            {
                _left.Add($"The topic \u201c{topic}\u201d {why}, and stands in a comment.");
                Line(YamlText.Comment($"# A topic that {why}: {topic}"));
            }
            else
            {
                kept.Add(name);
            }
        }

        if (kept.Count > 0)
        {
            Line($"topics: [{string.Join(", ", kept.Select(YamlText.InFlow))}]");
        }

        if (!piece.Piece.Claims.Regions.IsEmpty)
        {
            Line($"regions: [{string.Join(", ", piece.Piece.Claims.Regions.Select(r => YamlText.InFlow(r.Text)))}]");
        }

        Propose("topics", piece.ProposedTopics);
        Propose("regions", piece.ProposedRegions);
    }

    private void Propose(string key, ImmutableArray<string> names)
    {
        if (names.Length > 0)
        {
            Line(YamlText.Comment($"# Proposed, since the text speaks of them; remove the sign and what is wrong: {key}: [{string.Join(", ", names.Select(YamlText.InFlow))}]"));
        }
    }

    private void WriteSource()
    {
        if (piece.Notice is not { } notice)
        {
            return;
        }

        var isComment = notice.Permission is null;
        if (isComment)
        {
            Line("# Ask for leave to republish, write it as `permission`, and remove the signs before these lines.");
        }

        Line(isComment ? "# source:" : "source:");
        foreach (var (key, value) in ((string, string?)[])[("name", notice.Name), ("url", notice.Url), ("title", notice.Title), ("permission", notice.Permission)])
        {
            if (value is not null)
            {
                Line($"{(isComment ? "# " : "")}  {key}: {YamlText.Of(value)}");
            }
        }
    }

    private void Add(string key, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            Line($"{key}: {YamlText.Of(TextFold.CollapseSpaces(value))}");
        }
    }

    private void Line(string line) => _head.Append(line).Append('\n');
}
