using Microsoft.Win32.SafeHandles;
using PolicyArchive.Briefs;
using PolicyArchive.Findings;
using PolicyArchive.Pages;

namespace PolicyArchive.Publishing;

/// <summary>Puts one file where there is none.</summary>
internal static class StagedFile
{
    private const int CopiedAtOnce = 1 << 20;

    /// <exception cref="IOException">There is one, or the disk is full.</exception>
    public static void Write(string path, RenderedFile file)
    {
        using var handle = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write);
        if (file.Parts is [var whole])
        {
            RandomAccess.Write(handle, whole.Span, 0);
        }
        else
        {
            RandomAccess.Write(handle, file.Parts, 0);
        }
    }

    /// <param name="source">Open for reading; it is not closed.</param>
    /// <param name="planned">The file as it was when the site was planned.</param>
    /// <inheritdoc cref="Write"/>
    public static void Copy(string path, SafeFileHandle source, InputFile planned)
    {
        using (var copy = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0))
        {
            var chunk = new byte[Math.Clamp(planned.Length, 1, CopiedAtOnce)];
            for (var offset = 0L; RandomAccess.Read(source, chunk, offset) is > 0 and var read; offset += read)
            {
                copy.Write(chunk, 0, read);
            }
        }

        // What copies the site onward goes by it.
        File.SetLastWriteTimeUtc(path, planned.Changed);
    }

    /// <exception cref="MachineFailure">It is not as it was when the site was planned.</exception>
    public static void RefuseChanged(SafeFileHandle source, InputFile planned)
    {
        if (RandomAccess.GetLength(source) != planned.Length || File.GetLastWriteTimeUtc(source) != planned.Changed)
        {
            throw new MachineFailure($"{planned.Place.File} changed while the site was built; nothing was published; build again");
        }
    }
}
