namespace PolicyArchive.Importing.WebPages;

/// <summary>The folder that a browser puts beside a page it saves, with the page's pictures.</summary>
internal static class CompanionFolder
{
    private static readonly string[] Endings = ["_files", "-files", "_fichiers", "-Dateien", "_archivos", "_arquivos", "_bestanden", ".files"];

    public static bool IsOf(string folder, IReadOnlySet<string> pages) =>
        Endings.Any(ending => folder.EndsWith(ending, StringComparison.OrdinalIgnoreCase) && pages.Contains(folder[..^ending.Length]));

    /// <summary>The file that a saved page's address names, if it lies in the page's folder and no link leads there.</summary>
    public static string? Find(string page, string address)
    {
        var folder = Path.GetDirectoryName(page)!;
        var name = Uri.UnescapeDataString(address.Split('?', '#')[0]).Replace('\\', '/');
        name = name.StartsWith("./", StringComparison.Ordinal) ? name[2..] : name;
        if (name.Length == 0 || name.Contains(':', StringComparison.Ordinal) || name.StartsWith('/') || name.Split('/').Any(part => part is "" or "." or "..") || name.Any(char.IsControl))
        {
            return null;
        }

        var at = folder;
        foreach (var part in name.Split('/'))
        {
            at = Path.Combine(at, part);
            if (new FileInfo(at).LinkTarget is not null)
            {
                return null;
            }
        }

        return File.Exists(at) ? at : null;
    }
}
