namespace PolicyArchive.Publishing;

/// <summary>What is kept of an output folder that is gone, or was not published to in a long time.</summary>
internal static class ForgottenOutput
{
    private const string DroppedHead = ".dropped-";

    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    /// <summary>Deletes one of them, if there is any: a large site takes seconds, and a build should not pay for many.</summary>
    /// <param name="all">The folder of all.</param>
    /// <param name="mine">The one that is in use.</param>
    public static Leftover? DeleteOne(string all, string mine)
    {
        foreach (var folder in Directory.GetDirectories(all).Where(folder => folder != mine))
        {
            if (Path.GetFileName(folder).StartsWith(DroppedHead, StringComparison.Ordinal))
            {
                return Delete(folder);
            }

            if (IsForgotten(folder))
            {
                // Out of the way first: a run that begins now makes its own anew.
                var dropped = Path.Join(all, DroppedHead + Path.GetRandomFileName()[..8]);
                Directory.Move(folder, dropped);
                return Delete(dropped);
            }
        }

        return null;
    }

    private static bool IsForgotten(string folder)
    {
        // A run that has just made the folder writes it in a moment.
        var output = new FileInfo(Path.Join(folder, SiteMemory.OutputName));
        var used = output.Exists ? output.LastWriteTimeUtc : Directory.GetLastWriteTimeUtc(folder);
        return DateTime.UtcNow - used > KeptFor || (output.Exists && !Directory.Exists(File.ReadAllText(output.FullName)));
    }

    private static Leftover? Delete(string folder)
    {
        if (PublishedFolder.Delete(Path.Join(folder, SiteMemory.TwinName)) is { } leftover)
        {
            return leftover;
        }

        Directory.Delete(folder, recursive: true);
        return null;
    }
}
