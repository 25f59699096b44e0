using System.Buffers;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Markdig;
using PolicyArchive.Findings;
using PolicyArchive.Wording;

namespace PolicyArchive.Markup;

/// <summary>Markdown to an <see cref="Article"/> whose markup is safe. May be called in parallel.</summary>
public static partial class MarkdownReader
{
    private static readonly SearchValues<char> Marks = SearchValues.Create(Html.SlotStart, Html.SlotEnd, Galley.OwnMark, Sanitising.End);

    /// <param name="title">The piece's title: a first heading that only repeats it is dropped.</param>
    /// <param name="words">Those of the piece's language, for what is read out.</param>
    /// <param name="placeAt">The place of an offset in <paramref name="markdown"/>.</param>
    public static (Article Article, ImmutableArray<Finding> Findings) Read(string markdown, string title, Words words, Func<int, Place> placeAt)
    {
        if (ParsingCost.FirstUnbearable(markdown) is var offset and >= 0)
        {
            return (Article.Empty, [Finding.Error("TEXT001", placeAt(offset), "from here on the text cannot be read as Markdown: it opens thousands of links, comments, addresses or lists, or has tens of thousands of paragraphs", "close them, or split the text")]);
        }

        try
        {
            return Set(WithoutMarks(markdown), title, words, placeAt);
        }
        catch (Exception fault) when (fault is ArgumentException or InvalidOperationException or IndexOutOfRangeException or NullReferenceException or InvalidCastException)
        {
            // Markdig refuses text nested too deep with an ArgumentException; the others would be faults of a parser,
            // which cost the writer one brief and not the build.
            return (Article.Empty, [Finding.Error("TEXT001", placeAt(0), $"the text cannot be read as Markdown: {fault.Message.ReplaceLineEndings(" ").TrimEnd('.')}", "look for thousands of brackets, quotation marks or list signs in a row")]);
        }
    }

    private static (Article, ImmutableArray<Finding>) Set(string markdown, string title, Words words, Func<int, Place> placeAt)
    {
        var document = Markdown.Parse(markdown, Dialect.Pipeline);
        var galley = new Galley(markdown);
        var survey = Survey.Of(document, galley);
        var notes = NoteIds.Of(document, galley);
        var plan = HeadingPlan.Of(document, survey.Headings, title, galley);
        var headings = plan.Headings;

        var raw = survey.FirstRaw < 0 ? RawTreatment.None : survey.Nesting.IsBearable ? RawTreatment.Sanitise : RawTreatment.Escape;
        if (raw == RawTreatment.Escape)
        {
            galley.Error("TEXT006", survey.FirstRaw, $"the HTML has more than {RawHtmlNesting.MostTags:N0} tags, or elements nested more than {RawHtmlNesting.Deepest} deep", "close its elements, or write Markdown");
        }

        using var writer = new MarkupWriter(2 * markdown.Length + 256);
        var renderer = new ArticleRenderer(writer, galley, plan, notes, words, raw);
        renderer.Render(document);
        var anchors = galley.Anchors;
        IReadOnlyList<int>? order = null;
        Html html;
        if (raw == RawTreatment.Sanitise)
        {
            (html, order, anchors) = new Sanitising(galley, RawTrace.Of(writer.Written, renderer.RawSpans)).Sanitise();
            var kept = anchors.ToHashSet(StringComparer.Ordinal);
            headings = [.. headings.Where(heading => kept.Contains(heading.Id))];
        }
        else
        {
            html = new Html(writer.ToLastingArray(), [.. renderer.Slots]);
        }

        var (links, findings) = galley.Close(placeAt, order);
        return (new Article(html, headings, links, [.. anchors], survey.Lead, survey.Words.Total, survey.Words.TakeTerms()), findings);
    }

    // A source cannot hold our marks, but an entity can name them, and U+FFFF, at which the sanitiser takes a text to end.
    // Replaced by entities of the same length, so that offsets stay.
    private static string WithoutMarks(string markdown)
    {
        if (markdown.AsSpan().ContainsAny(Marks))
        {
            markdown = markdown.Replace(Html.SlotStart, '\uFFFD').Replace(Html.SlotEnd, '\uFFFD').Replace(Galley.OwnMark, '\uFFFD').Replace(Sanitising.End, '\uFFFD');
        }

        return markdown.Contains("&#", StringComparison.Ordinal)
            ? MarkEntity().Replace(markdown, match => match.Value[..^4] + (match.ValueSpan.ContainsAny("xX") ? "FFFD" : "5533"))
            : markdown;
    }

    // U+FDD0 to U+FDD3, U+FFFE and U+FFFF; the last four digits of U+FFFD are FFFD and 5533.
    [GeneratedRegex("&#(?:[xX]0*(?:[fF][dD][dD][0-3]|[fF]{3}[eEfF])|0*(?:6497[6-9]|6553[45]))", RegexOptions.CultureInvariant)]
    private static partial Regex MarkEntity();
}
