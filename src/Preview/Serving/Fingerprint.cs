using System.Security.Cryptography;
using System.Text;

namespace PolicyArchive.Preview.Serving;

/// <summary>What tells a page that a browser shows from the one it should show.</summary>
/// <param name="Content">Of the site's pictures and other files, a hyphen, and of the page but for the addresses of style sheets, which can be exchanged in the page as it stands.</param>
/// <param name="Styles">Of the addresses of the style sheets.</param>
internal sealed record Fingerprint(string Content, string Styles)
{
    /// <param name="page">Its markup before anything is put into it.</param>
    public static Fingerprint Of(ReadOnlySpan<byte> page, SiteFiles site)
    {
        // One character a byte, whatever the encoding: only compared, never shown.
        var text = Encoding.Latin1.GetString(page);
        var sheets = site.Styles;
        foreach (var sheet in sheets)
        {
            text = text.Replace(Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(sheet)), sheet[..sheet.IndexOf('.', StringComparison.Ordinal)], StringComparison.Ordinal);
        }

        return new Fingerprint($"{site.CopiesStamp}-{Of(text)}", Of(string.Join(' ', sheets)));
    }

    public static string Of(string text) => text.Length == 0 ? "" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
}
