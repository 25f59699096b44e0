using System.Globalization;
using PolicyArchive.Briefs;
using PolicyArchive.Findings;

namespace PolicyArchive.Pages;

/// <summary>What is wrong with the pictures of a site, as far as their files tell.</summary>
internal static class PictureRules
{
    private const long HeavyBytes = 5_000_000;
    private const long ManyPixels = 40_000_000;

    private static readonly string[] Endings = [".png", ".gif", ".jpg", ".jpeg", ".webp", ".svg", ".avif"];

    /// <param name="place">Where a text names the picture.</param>
    public static Finding? Judge(InputFile file, Place place)
    {
        var name = LinkPath.Name(file.RelativePath);
        return file.Fault switch
        {
            PictureFault.OtherKind => Finding.Warning("LINK015", place, $"`{name}` is no picture of the kind that its name says", "export it again, or give its name the right ending"),
            PictureFault.CutShort => Finding.Warning("LINK015", place, $"the picture `{name}` is broken: it ends before its end", "copy or export it again"),
            _ when file.Length > HeavyBytes => Finding.Warning("LINK016", place, string.Create(CultureInfo.InvariantCulture, $"the picture `{name}` weighs {file.Length / 1e6:0.0} MB"), "save it smaller; pages are read on telephones"),
            _ when (long)file.Width * file.Height > ManyPixels => Finding.Warning("LINK016", place, string.Create(CultureInfo.InvariantCulture, $"the picture `{name}` has {file.Width} by {file.Height} pixels"), "save it smaller; 2,000 pixels across are plenty"),
            _ => null,
        };
    }

    /// <param name="files">All files that are copied.</param>
    /// <param name="isUsed">Whether a text, an attachment or an image names a file.</param>
    public static IEnumerable<Finding> Of(IReadOnlyCollection<(InputFile File, SiteUrl Url)> files, Archive archive, Func<InputFile, bool> isUsed)
    {
        foreach (var (file, _) in files.Where(f => f.File.Fault == PictureFault.HoldsCode))
        {
            yield return Finding.Warning("LINK017", file.Place, "the drawing holds code; pages show it without running it, and only the host's headers stop it where it is opened by itself", "export it as plain SVG");
        }

        var bundles = archive.Entries.Select(e => FilePlan.BundleFolder(e.Brief)).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var folder in files.Select(f => f.File).GroupBy(f => LinkPath.Folder(f.RelativePath)).Where(g => bundles.Contains(g.Key)))
        {
            // A page or style sheet among them may use any of the others.
            if (folder.Any(f => Path.GetExtension(f.RelativePath).ToLowerInvariant() is ".html" or ".htm" or ".css" or ".js"))
            {
                continue;
            }

            foreach (var file in folder.Where(f => Endings.Contains(Path.GetExtension(f.RelativePath), StringComparer.OrdinalIgnoreCase) && !isUsed(f)))
            {
                yield return Finding.Warning("LINK014", file.Place, "no text uses this picture", "name it in the brief beside it, or remove it");
            }
        }
    }
}
