using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using PolicyArchive.Findings;
using PolicyArchive.Importing.Blocks;
using PolicyArchive.Importing.Texts;
using PolicyArchive.Naming;

namespace PolicyArchive.Importing.WebPages;

/// <summary>A saved web page to a piece: its article, without the page round it. Nothing is fetched.</summary>
internal static partial class PageReader
{
    private const int HeadBytes = 4096;

    // https://html.spec.whatwg.org/#determining-the-character-encoding
    [GeneratedRegex("""<(?:meta[^>]{0,200}?charset\s*=\s*["']?\s*|\?xml[^>]{0,100}?encoding\s*=\s*["'])(?<name>[A-Za-z0-9_:.-]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex Charset { get; }

    [GeneratedRegex(@"\s+(?:[|–—·»:-]|::)\s+[^|–—·»]{2,80}$")]
    private static partial Regex SiteName { get; }

    public static bool IsPage(string name) => Path.GetExtension(name).ToLowerInvariant() is ".html" or ".htm" or ".xhtml";

    public static PieceReading Read(SourcePath source, byte[] bytes)
    {
        var named = Charset.Match(Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, HeadBytes))) is { Success: true } match ? match.Groups["name"].Value : null;
        if (Decoding.Decode(bytes, source.Place, named, out var fault) is not { } text)
        {
            return PieceReading.Failed(fault!);
        }

        var page = new HtmlParser(new HtmlParserOptions { IsKeepingSourceReferences = true, IsScripting = false }).ParseDocument(text);
        var article = ArticleFinder.Find(page);
        var notes = PageNotes.Of(page.Body ?? article);
        var pictures = new SavedPictures(source.Path);
        var lines = new PageLines(isKnown: true);
        var inlines = new PageInlines(Home(page), notes, pictures.Take);
        var topics = article.QuerySelectorAll("a[rel~='tag'], [rel~='category']").Concat(page.QuerySelectorAll("a[rel~='tag']")).Select(a => TextFold.CollapseSpaces(a.TextContent)).Where(t => t.Length is > 1 and < 60).Distinct().ToImmutableArray();
        var claims = PageMetadata.Of(page, topics);
        var head = HeadOf(page, article, lines, inlines);
        var blocks = new PageBlocks(lines, inlines);
        ImmutableArray<Block> all = [.. head, .. blocks.Read(article)];
        if (all.All(b => b.Text.Length == 0))
        {
            return PieceReading.Failed(Finding.Error("IMPORT006", source.Place, "the page holds no text: it may be made by a script when it is opened", "save it as \u201cWeb page, complete\u201d from the browser, or copy its text into a .txt file"));
        }

        var title = Headline(page, article, claims);
        return new PieceReading(
            new Piece
            {
                Name = source.Name,
                Place = source.Place,
                Sha256 = Formats.Hash(bytes),
                Blocks = all,
                Notes = notes.Texts(inlines),
                Claims = claims with { Title = title, Summary = WholeSummary(claims.Summary, all) },
                Dropped = [.. Outside(article, lines, head, inlines), .. blocks.Dropped],
                Pictures = pictures.Taken,
                Findings = [.. fault is null ? [] : (Finding[])[fault], .. pictures.Findings(source.Place)],
                Remarks = Remarks(page, inlines),
            },
            []);
    }

    private static Uri? Home(IHtmlDocument page)
    {
        var address = page.QuerySelector("base[href]")?.GetAttribute("href") ?? page.QuerySelector("link[rel~='canonical']")?.GetAttribute("href") ?? page.QuerySelector("meta[property='og:url']")?.GetAttribute("content");
        return Uri.TryCreate(address, UriKind.Absolute, out var home) && home.Scheme is "http" or "https" ? home : null;
    }

    // The headline that is printed with the text, rather than that which was written for other sites.
    private static Claim? Headline(IHtmlDocument page, IElement article, Claims claims)
    {
        var headings = article.QuerySelectorAll("h1").Concat(article.GetAncestors().OfType<IElement>().Where(e => e.LocalName is "article" or "main").SelectMany(e => e.QuerySelectorAll("h1"))).Concat(page.QuerySelectorAll("h1")).Where(h => PageFrame.Reason(h) is null && h.Closest("nav, aside") is null).Distinct().ToList();
        var said = claims.Title?.Text;
        var heading = headings.FirstOrDefault(h => said is not null && TextFold.Key(said).StartsWith(TextFold.Key(h.TextContent), StringComparison.Ordinal) && h.TextContent.Trim().Length > 0)
            ?? (said is null || headings.Count == 1 ? headings.FirstOrDefault(h => h.TextContent.Trim().Length > 2 && h.Closest("header") is var header && (header is null || header.Closest("article, main") is not null || said is null)) : null);
        return heading is not null ? new Claim(TextFold.CollapseSpaces(Cleaned.Of(heading.TextContent).Text), "the page's first heading")
            : said is not null ? claims.Title! with { Text = Cleaned.Of(SiteName.Replace(said, "")).Text }
            : TextFold.CollapseSpaces(page.Title ?? "") is { Length: > 0 } title ? new Claim(SiteName.Replace(Cleaned.Of(title).Text, ""), "the page's `title`") : null;
    }

    // Headline, standfirst and byline often stand before the element that holds the text.
    private static ImmutableArray<Block> HeadOf(IHtmlDocument page, IElement article, PageLines lines, PageInlines inlines)
    {
        var frame = article.LocalName == "article" ? null : article.Closest("article") ?? article.Closest("main");
        if (frame is null || frame == article)
        {
            return [];
        }

        var before = new List<Block>();
        foreach (var element in frame.GetDescendants().OfType<IElement>().TakeWhile(e => e != article))
        {
            if (element.LocalName is "h1" or "h2" or "p" or "time" or "address" && !element.Ancestors<IElement>().TakeWhile(a => a != frame).Any(a => PageFrame.Reason(a) is not null || a.LocalName is "p" or "li") && PageFrame.Reason(element) is null)
            {
                before.Add(new Block(element.LocalName[0] == 'h' ? new Part.Heading(element.LocalName[1] - '0', inlines.Of(element)) : new Part.Paragraph(inlines.Of(element)), lines.Of(element)));
            }
        }

        return [.. before.Where(b => b.Text.Length > 0).Take(10)];
    }

    // A description cut off by a program is no standfirst.
    private static Claim? WholeSummary(Claim? summary, ImmutableArray<Block> blocks)
    {
        var text = summary is null ? "" : TextFold.CollapseSpaces(summary.Text);
        var start = text.TrimEnd('.', '…', ' ', ']', '[');
        return text.Length == 0 || blocks.Any(b => b.Text.Length > text.Length && b.Text.StartsWith(start, StringComparison.Ordinal)) || text.EndsWith('…') || text.EndsWith("...", StringComparison.Ordinal) ? null : summary! with { Text = Cleaned.Of(text).Text };
    }

    private static IEnumerable<Dropped> Outside(IElement article, PageLines lines, ImmutableArray<Block> head, PageInlines inlines)
    {
        var kept = head.Select(b => TextFold.Key(b.Text)).ToHashSet(StringComparer.Ordinal);
        var at = article;
        while (at.ParentElement is { } parent && at.LocalName != "body")
        {
            foreach (var sibling in parent.Children.Where(c => c != at && !PageFrame.IsSilent(c) && !inlines.IsNote(c)))
            {
                if (PageInlines.TextOf(sibling) is { Length: > 0 } text && !kept.Contains(TextFold.Key(text)))
                {
                    yield return new Dropped(text, PageFrame.Reason(sibling) ?? "outside the article", lines.Of(sibling));
                }
            }

            at = parent;
        }
    }

    private static ImmutableArray<string> Remarks(IHtmlDocument page, PageInlines inlines)
    {
        var remarks = new List<string>();
        if (Home(page) is { } home)
        {
            remarks.Add($"The page's own address: {home.AbsoluteUri}.");
        }

        remarks.AddRange(inlines.Lost.Distinct().Select(lost => $"Not kept, since it leads to no address on the web and to no file beside the page: `{lost}`."));
        return [.. remarks];
    }
}
