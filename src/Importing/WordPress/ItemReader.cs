using System.Collections.Immutable;
using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using PolicyArchive.Findings;
using PolicyArchive.Importing.Blocks;
using PolicyArchive.Importing.Texts;
using PolicyArchive.Importing.WebPages;
using PolicyArchive.Naming;

namespace PolicyArchive.Importing.WordPress;

/// <summary>One item of an export to a piece.</summary>
internal static class ItemReader
{
    private static readonly HashSet<string> NoTexts = new(StringComparer.Ordinal)
    {
        "attachment", "revision", "nav_menu_item", "custom_css", "customize_changeset", "oembed_cache", "user_request", "wp_block", "wp_template", "wp_template_part", "wp_global_styles", "wp_navigation", "wp_font_family", "wp_font_face", "acf-field", "acf-field-group", "feedback", "wpcf7_contact_form", "shop_order", "elementor_library",
    };

    public static PieceReading Read(SourcePath source, Export export, ExportItem item)
    {
        var type = item.Value("post_type") ?? "post";
        var status = item.Value("status") ?? "publish";
        var id = item.Value("post_id") ?? item.Line.ToString(CultureInfo.InvariantCulture);
        var title = TextFold.CollapseSpaces(Cleaned.Of(System.Net.WebUtility.HtmlDecode(item.Value("title") ?? "")).Text);
        var name = title.Length > 0 ? title : $"number {id}";
        if (NoTexts.Contains(type) || status is "trash" or "auto-draft")
        {
            return new PieceReading(null, []) { Skipped = new Dropped(name, type == "attachment" ? $"an attachment, not fetched: {item.Value("attachment_url")}" : NoTexts.Contains(type) ? $"a `{type}` of WordPress, which is no text of the site" : $"its state is `{status}`", item.Line) };
        }

        var place = new Place(source.Display, item.Line, 1);
        var html = Shortcodes.Replace(item.Value("encoded") is null ? "" : Content(item, "content"), out var codes);
        var page = new HtmlParser().ParseDocument($"<body>{html}");
        var body = page.Body!;
        if (!html.Contains("<!-- wp:", StringComparison.Ordinal))
        {
            LineBreaks.Restore(body);
        }

        var notes = PageNotes.Of(body);
        var inlines = new PageInlines(Uri.TryCreate(item.Value("link"), UriKind.Absolute, out var link) ? link : null, notes, _ => null);
        var blocks = new PageBlocks(new PageLines(false), inlines, isWhole: true).Read(body);
        if (blocks.IsEmpty && title.Length == 0)
        {
            return new PieceReading(null, []) { Skipped = new Dropped(name, "it has neither a title nor a text", item.Line) };
        }

        return new PieceReading(
            new Piece
            {
                Name = $"{source.Name}#{id}",
                Place = place,
                Sha256 = export.Sha256,
                Blocks = blocks,
                Notes = notes.Texts(inlines),
                Claims = new ItemClaims(item, export, link).Read(title, type),
                Findings = [.. State(item, status, place), .. codes.Distinct().Select(code => Finding.Warning("IMPORT017", place, $"the shortcode {code} was run by WordPress and is not run here", "put in its place what it showed"))],
                Remarks = [.. Remarks(item, export, type, inlines, id)],
            },
            []);
    }

    private static string Content(ExportItem item, string space) =>
        item.Element.Elements().FirstOrDefault(e => e.Name.LocalName == "encoded" && e.Name.NamespaceName.Contains(space, StringComparison.Ordinal))?.Value ?? "";

    public static string Excerpt(ExportItem item) => Content(item, "excerpt");

    private static IEnumerable<Finding> State(ExportItem item, string status, Place place)
    {
        if (item.Value("post_password") is not null)
        {
            yield return Finding.Warning("IMPORT018", place, "the piece was protected by a password", "ask whether it may be published before you remove `draft`");
        }

        if (status is not ("publish" or "future" or "inherit"))
        {
            yield return Finding.Warning("IMPORT018", place, $"the piece was not published in WordPress: its state was `{status}`", "ask whether it may be published before you remove `draft`");
        }
    }

    private static IEnumerable<string> Remarks(ExportItem item, Export export, string type, PageInlines inlines, string id)
    {
        if (type is not ("post" or "page"))
        {
            yield return $"WordPress calls it a `{type}`.";
        }

        foreach (var url in export.Attachments[id].Distinct())
        {
            yield return $"An attachment, not fetched: {url}.";
        }

        foreach (var url in item.Meta("_wp_attached_file"))
        {
            yield return $"A file of the item, not fetched: {url}.";
        }

        if (item.Element.Elements().Count(e => e.Name.LocalName == "comment") is var comments and > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"Left: {comments} readers' comment{(comments == 1 ? "" : "s")}.");
        }

        foreach (var lost in inlines.Lost.Distinct())
        {
            yield return $"Not kept, since it leads to no address on the web: `{lost}`.";
        }
    }
}
