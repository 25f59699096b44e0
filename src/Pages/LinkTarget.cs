using PolicyArchive.Briefs;

namespace PolicyArchive.Pages;

/// <summary>Where a link of a body leads, once the site is planned.</summary>
public abstract record LinkTarget
{
    private LinkTarget()
    {
    }

    /// <param name="Tail">Query and fragment, escaped, or empty.</param>
    public sealed record Internal(SiteUrl Url, string Tail) : LinkTarget;

    /// <summary>A place in the same page.</summary>
    public sealed record Anchor(string Fragment) : LinkTarget;

    /// <param name="Address">http, https, mailto or tel.</param>
    public sealed record External(string Address) : LinkTarget;

    /// <param name="Width">In pixels, 0 when the file does not say.</param>
    public sealed record Picture(SiteUrl Url, int Width, int Height) : LinkTarget;
}
