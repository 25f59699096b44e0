using System.Buffers;
using System.Text;
using PolicyArchive.Briefs;
using PolicyArchive.Pages;

namespace PolicyArchive.Publishing;

/// <summary><c>SHA256SUMS</c>: a line for every file of the site but this one, as <c>sha256sum --check</c> of GNU coreutils reads them.</summary>
internal static class Checksums
{
    public static SiteUrl Url { get; } = SiteUrl.Home.File("SHA256SUMS");

    /// <param name="files">In the order of their lines.</param>
    public static RenderedFile Render(IReadOnlyCollection<(string Path, FileSum Sum)> files)
    {
        var text = new ArrayBufferWriter<byte>(Math.Max(1, files.Sum(file => file.Path.Length + FileSum.Length * 2 + 4)));
        Span<byte> sum = stackalloc byte[FileSum.Length];
        foreach (var file in files)
        {
            // A name that would break its line is written with escapes, and a backslash before the line says so.
            var path = file.Path.AsSpan().ContainsAny('\\', '\n', '\r') ? Escaped(file.Path) : file.Path;
            if (path.Length != file.Path.Length)
            {
                text.Write("\\"u8);
            }

            file.Sum.Write(sum);
            Convert.TryToHexStringLower(sum, text.GetSpan(sum.Length * 2), out var written);
            text.Advance(written);
            text.Write("  "u8);
            Encoding.UTF8.GetBytes(path, text);
            text.Write("\n"u8);
        }

        return RenderedFile.At(Url, text.WrittenMemory);
    }

    private static string Escaped(string path) =>
        path.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal);
}
