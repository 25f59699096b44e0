using System.Text;

namespace PolicyArchive.Preview.Serving;

/// <summary>A page as the preview sends it: the page of the site, with the script that hears of changes, and with what is wrong.</summary>
internal sealed class PreviewedPage(string token)
{
    /// <summary>No page or file can have an address below it: files of such names are never published.</summary>
    public const string Folder = "/_preview/";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public byte[] Of(ReadOnlyMemory<byte> page, Fingerprint fingerprint, string panel)
    {
        var html = page.Span;
        var headEnd = html.IndexOf("</head>"u8);
        var bodyEnd = html.LastIndexOf("</body>"u8);
        bodyEnd = bodyEnd < 0 ? html.Length : bodyEnd;
        headEnd = headEnd < 0 ? bodyEnd : headEnd;
        return [.. html[..headEnd], .. Script(fingerprint, panel), .. html[headEnd..bodyEnd], .. Utf8.GetBytes(Below(panel)), .. html[bodyEnd..]];
    }

    /// <summary>What is shown while there is no site.</summary>
    public byte[] WithoutSite(string panel) =>
        Of(Utf8.GetBytes("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>Preview: errors</title>\n</head>\n<body>\n</body>\n</html>\n"), new Fingerprint("", ""), panel);

    // The token, hexadecimal, and the fingerprints need no escaping.
    private byte[] Script(Fingerprint fingerprint, string panel) =>
        Utf8.GetBytes($"<script type=\"module\" src=\"{Folder}reload.js?token={token}&amp;seen={fingerprint.Content}&amp;styles={fingerprint.Styles}&amp;findings={Fingerprint.Of(panel)}\"></script>\n");

    // In a tree of its own, so that the styles of the theme do not reach it, nor its styles the page.
    private static string Below(string panel) => panel.Length == 0
        ? ""
        : $"<preview-findings><template shadowrootmode=\"open\"><link rel=\"stylesheet\" href=\"{Folder}findings.css\">{panel}</template></preview-findings>\n";
}
