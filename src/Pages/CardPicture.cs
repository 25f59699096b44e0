using PolicyArchive.Briefs;

namespace PolicyArchive.Pages;

/// <summary>A picture that stands for a page where it is shared.</summary>
/// <param name="Version">Differs from that of every other picture that has stood there, since networks keep what they fetched; may be empty.</param>
/// <param name="Alt">What the picture says.</param>
/// <param name="Width">In pixels, 0 when not known.</param>
/// <param name="Height">In pixels, 0 when not known.</param>
public sealed record CardPicture(SiteUrl Url, string Version, string Alt, int Width, int Height)
{
    /// <summary>Beside its page.</summary>
    public const string FileName = "card.png";
}
