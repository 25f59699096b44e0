using PolicyArchive.Briefs;

namespace PolicyArchive.Pages;

/// <summary>Where a link of a body leads, once the site is planned.</summary>
public abstract record LinkTarget
{
    private LinkTarget()
    {
    }

    /// <param name="Fragment">With its <c>#</c>, escaped, or empty.</param>
    public sealed record Internal(SiteUrl Url, string Fragment) : LinkTarget;

    /// <summary>A place in the same page.</summary>
    public sealed record Anchor(string Fragment) : LinkTarget;

    /// <param name="Address">http, https, mailto or tel.</param>
    public sealed record External(string Address) : LinkTarget;

    /// <param name="Width">In pixels, 0 when the file does not say.</param>
    public sealed record Picture(SiteUrl Url, int Width, int Height) : LinkTarget;

    /// <summary>A picture on another site; the site's content policy keeps browsers from loading it.</summary>
    public sealed record RemotePicture(string Address) : LinkTarget;
}
