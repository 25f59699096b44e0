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
    /// <param name="sums">One for each.</param>
    public static RenderedFile Render(ReadOnlySpan<string> files, ReadOnlySpan<FileSum> sums)
    {
        var text = new ArrayBufferWriter<byte>(1 << 16);
        Span<byte> sum = stackalloc byte[FileSum.Length];
        for (var file = 0; file < files.Length; file++)
        {
            // A name that would break its line is written with escapes, and a backslash before the line says so.
            var path = files[file].AsSpan().ContainsAny('\\', '\n', '\r') ? Escaped(files[file]) : files[file];
            if (path.Length != files[file].Length)
            {
                text.Write("\\"u8);
            }

            sums[file].Write(sum);
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
