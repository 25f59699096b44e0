using System.IO.Compression;

namespace PolicyArchive.Importing.Word;

/// <summary>Looks at a Word file's archive before anything is made of it: how large it would become.</summary>
internal static class Package
{
    public const int MostFiles = 5_000;
    public const long MostXmlBytes = 150_000_000;
    public const long MostBytes = 600_000_000;

    /// <summary>Why it is not opened, or null. What a file says of its own size is not believed.</summary>
    public static string? Fault(Stream file)
    {
        try
        {
            using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            if (archive.Entries.Count > MostFiles)
            {
                return $"it holds more than {MostFiles} files";
            }

            if (archive.GetEntry("word/document.xml") is null && !archive.Entries.Any(e => e.FullName.EndsWith("document.xml", StringComparison.OrdinalIgnoreCase)))
            {
                return "it holds no document";
            }

            var (xml, all) = (0L, 0L);
            var buffer = new byte[64 * 1024];
            foreach (var entry in archive.Entries)
            {
                var isXml = entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);
                using var stream = entry.Open();
                for (int read; (read = stream.Read(buffer)) > 0;)
                {
                    all += read;
                    xml += isXml ? read : 0;
                    if (xml > MostXmlBytes || all > MostBytes)
                    {
                        return $"unpacked, it is larger than {(xml > MostXmlBytes ? MostXmlBytes : MostBytes) / 1_000_000} MB";
                    }
                }
            }

            return null;
        }
        catch (InvalidDataException)
        {
            return "it is no Word file, or is damaged";
        }
    }
}
