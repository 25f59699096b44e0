using PolicyArchive.Briefs;
using PolicyArchive.Pages;

namespace PolicyArchive.Citing.Heads;

/// <summary>What a page looks like where it is shared: the Open Graph protocol (ogp.me) and Twitter's cards.</summary>
internal static class PreviewTags
{
    public static IEnumerable<MetaTag> Of(Page page, Settings settings)
    {
        var absolute = settings.BaseUrl.Absolute;
        if (page is BriefPage { Entry.IsUnpublished: true })
        {
            yield return new MetaTag("name", "robots", "noindex");
        }

        yield return Property("og:type", page is BriefPage ? "article" : "website");
        yield return Property("og:title", page.Title);
        if (page.Description.Length > 0)
        {
            yield return Property("og:description", page.Description);
        }

        yield return Property("og:url", absolute(page.Url));
        yield return Property("og:site_name", settings.Title);
        if (page is BriefPage brief)
        {
            foreach (var tag in Dates(brief))
            {
                yield return tag;
            }
        }

        var image = Picture(page);
        if (image is not null)
        {
            yield return Property("og:image", absolute(image.Url) + (image.Version.Length > 0 ? "?v=" + image.Version : ""));
            if (image.Alt.Length > 0)
            {
                yield return Property("og:image:alt", image.Alt);
            }

            if (image.Width > 0)
            {
                yield return Property("og:image:width", Text(image.Width));
                yield return Property("og:image:height", Text(image.Height));
            }
        }

        yield return new MetaTag("name", "twitter:card", image is null ? "summary" : "summary_large_image");
    }

    private static IEnumerable<MetaTag> Dates(BriefPage page)
    {
        if (!page.Entry.IsUnpublished && page.Entry.Brief.Published.AsKnown is { } published)
        {
            yield return Property("article:published_time", published.Iso);
            if (page.Entry.Brief.LastChanged is { } changed && changed != published)
            {
                yield return Property("article:modified_time", changed.Iso);
            }
        }
    }

    // The piece's own picture, unless it is of a kind that networks do not show.
    private static CardPicture? Picture(Page page) => page is BriefPage { Image: { } own } && (own.IsShownElsewhere || page.Card is null)
        ? new CardPicture(own.Url, "", own.Alt, own.Width, own.Height)
        : page.Card;

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static MetaTag Property(string name, string content) => new("property", name, content);
}
