using System.Runtime.InteropServices;

namespace PolicyArchive.Publishing;

/// <summary>Puts one folder in the place of another.</summary>
internal static class FolderExchange
{
    private const int MostAttempts = 8;

    /// <summary>Where the old folder waits while the new one takes its place, on systems that need two steps.</summary>
    public static string Aside(string fresh) => fresh + "-old";

    /// <summary>
    /// After it, <paramref name="place"/> is what <paramref name="fresh"/> was, and what stood at the place, if anything,
    /// is at <paramref name="fresh"/>. In one step where the system can.
    /// </summary>
    public static void Put(string fresh, string place)
    {
        if (!TryInOneStep(fresh, place))
        {
            InTwoSteps(fresh, place);
        }
    }

    // False where the system or the file system knows no such step.
    private static bool TryInOneStep(string fresh, string place)
    {
        // Another run may publish first, or remove the folder, between a look and a step: so no look, but steps that say.
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            var error = FolderRename.Exchange(fresh, place);
            if (error == FolderRename.NoEntry)
            {
                error = FolderRename.ToNew(fresh, place);
            }

            switch (error)
            {
                case 0:
                    return true;
                case FolderRename.Exists:
                    continue;
                case FolderRename.Unsupported:
                    return false;
                case FolderRename.Busy or FolderRename.CrossDevice:
                    throw new IOException($"{place} is a mount point or a layer of its own, which cannot be exchanged; give a folder below it as output");
                default:
                    throw new IOException(Marshal.GetPInvokeErrorMessage(error));
            }
        }

        throw new IOException($"{place} keeps changing");
    }

    /// <summary>
    /// Between the two there is no site for a moment. The old one is put back when the second step fails, or by the next
    /// run when this one is killed.
    /// </summary>
    internal static void InTwoSteps(string fresh, string place)
    {
        var aside = Aside(fresh);
        for (var attempt = 0; ; attempt++)
        {
            var isReplaced = Directory.Exists(place);
            if (isReplaced)
            {
                Directory.Move(place, aside);
            }

            try
            {
                Directory.Move(fresh, place);
            }
            catch (IOException) when (Directory.Exists(place) && attempt < MostAttempts)
            {
                // Another run published in the moment between: its site is the old one now.
                PublishedFolder.Delete(aside);
                continue;
            }
            catch when (isReplaced)
            {
                Directory.Move(aside, place);
                throw;
            }

            if (isReplaced)
            {
                Directory.Move(aside, fresh);
            }

            return;
        }
    }
}
