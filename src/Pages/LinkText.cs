using PolicyArchive.Briefs;
using PolicyArchive.Markup;

namespace PolicyArchive.Pages;

/// <summary>The attributes that a link's target puts into its slot.</summary>
public static class LinkText
{
    /// <param name="format">How an address of the site is written: from the root in pages, whole in feeds.</param>
    /// <param name="page">The address before a fragment of the same page; empty within that page.</param>
    public static string Of(LinkTarget target, Func<SiteUrl, string> format, string page = "") => target switch
    {
        LinkTarget.Internal link => LinkFormat.Link(format(link.Url) + link.Tail, external: false),
        LinkTarget.Anchor anchor => LinkFormat.Link(page + anchor.Fragment, external: false),
        LinkTarget.External external => LinkFormat.Link(external.Address, external.Address.StartsWith("http", StringComparison.OrdinalIgnoreCase)),
        LinkTarget.Picture picture => LinkFormat.Picture(format(picture.Url), picture.Width, picture.Height),
        _ => throw new ArgumentOutOfRangeException(nameof(target)),
    };
}
