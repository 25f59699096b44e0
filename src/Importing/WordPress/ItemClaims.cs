using System.Collections.Immutable;
using System.Globalization;
using PolicyArchive.Importing.Texts;
using PolicyArchive.Naming;

namespace PolicyArchive.Importing.WordPress;

/// <summary>What an export says of an item: author, dates, categories and tags, addresses.</summary>
internal sealed class ItemClaims(ExportItem item, Export export, Uri? link)
{
    private const string Uncategorised = "uncategorized";

    public Claims Read(string title, string type) => new()
    {
        Title = title.Length > 0 ? new Claim(title, "the export's `title`") : null,
        Authors = item.Value("creator") is { } login ? [new Claim(export.Authors.GetValueOrDefault(login, login), "the export's `dc:creator`")] : [],
        Published = Day("post_date", "post_date_gmt"),
        Updated = Day("post_modified", "post_modified_gmt") is { } changed && Day("post_date", "post_date_gmt") is { } first && string.CompareOrdinal(changed.Text, 0, first.Text, 0, 10) > 0 ? changed : null,
        Topics = [.. item.Element.Elements().Where(e => e.Name.LocalName == "category" && e.Attribute("domain")?.Value is "category" or "post_tag")
            .Where(e => e.Attribute("nicename")?.Value != Uncategorised)
            .Select(e => Decoded(e.Value)).Where(t => t.Length > 0).DistinctBy(TextFold.Key).Select(t => new Claim(t, "the export's categories and tags"))],
        Summary = Decoded(System.Text.RegularExpressions.Regex.Replace(ItemReader.Excerpt(item), "<[^>]*>", " ")) is { Length: > 0 } excerpt ? new Claim(excerpt, "the export's `excerpt:encoded`") : null,
        Language = export.Language is { Length: >= 2 and < 20 } language && language.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? new Claim(language, "the export's `language`") : null,
        Slug = item.Value("post_name") is { } name ? new Claim(Uri.UnescapeDataString(name), "the export's `wp:post_name`") : null,
        RedirectFrom = [.. Addresses().Distinct(StringComparer.Ordinal)],
        IsPage = type == "page",
    };

    private static string Decoded(string text) => TextFold.CollapseSpaces(Cleaned.Of(System.Net.WebUtility.HtmlDecode(text)).Text);

    // The author's own day: the local time, with its distance from that of Greenwich.
    private Claim? Day(string local, string greenwich)
    {
        const string Form = "yyyy-MM-dd HH:mm:ss";
        var isUtc = DateTime.TryParseExact(item.Value(greenwich), Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var utc);
        var isOwn = DateTime.TryParseExact(item.Value(local), Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var own);
        if (!isUtc)
        {
            // A draft has a local time of its last change, and none at which it appeared.
            return isOwn && item.Value("status") is "publish" or "private" ? new Claim(own.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), $"the export's `wp:{local}`") : null;
        }

        var offset = isOwn ? own - utc : TimeSpan.Zero;
        var isZone = offset.Duration() <= TimeSpan.FromHours(14) && offset.Ticks % TimeSpan.FromMinutes(15).Ticks == 0;
        var instant = new DateTimeOffset(isZone ? own == default ? utc : own : utc, isZone && isOwn ? offset : TimeSpan.Zero);
        return new Claim(instant.ToString(instant.Offset == TimeSpan.Zero ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture), $"the export's `wp:{greenwich}`");
    }

    // `?p=12` can be told apart by no static host: the report lists it.
    private IEnumerable<string> Addresses()
    {
        foreach (var text in (string?[])[item.Value("link"), item.Value("guid")])
        {
            if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.PathAndQuery is { Length: > 1 } path)
            {
                yield return uri.Query.Length > 0 ? path : uri.AbsolutePath;
            }
        }

        if (link is { Query: "" } && item.Value("post_name") is { } name)
        {
            foreach (var old in item.Meta("_wp_old_slug").Where(old => link.AbsolutePath.Contains($"/{name}", StringComparison.Ordinal)))
            {
                yield return link.AbsolutePath.Replace($"/{name}", $"/{old}", StringComparison.Ordinal);
            }
        }
    }
}
