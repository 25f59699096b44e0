using PolicyArchive.Pages;

namespace PolicyArchive.Preview;

/// <summary>What stands at an address.</summary>
internal abstract record ServedFile
{
    private ServedFile()
    {
    }

    /// <summary>A page or file that the program makes.</summary>
    public sealed record Rendered(RenderedFile File) : ServedFile;

    /// <summary>A file of the input folder, by its path on disk.</summary>
    public sealed record Copied(string Source) : ServedFile;
}
