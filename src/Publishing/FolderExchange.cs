using System.Runtime.InteropServices;

namespace PolicyArchive.Publishing;

/// <summary>Puts one folder in the place of another.</summary>
internal static partial class FolderExchange
{
    // renameat2(2): the numbers are those of linux/fs.h, fcntl.h and errno-base.h, the same on every Linux that .NET runs on.
    private const int CurrentFolder = -100;
    private const uint NoReplace = 1;
    private const uint Exchange = 2;
    private const int NoEntry = 2;
    private const int Busy = 16;
    private const int Exists = 17;
    private const int CrossDevice = 18;
    private const int Invalid = 22;
    private const int NotImplemented = 38;

    /// <summary>Where the old folder waits while the new one takes its place, on systems that need two steps.</summary>
    public static string Aside(string fresh) => fresh + "-old";

    /// <summary>
    /// After it, <paramref name="place"/> is what <paramref name="fresh"/> was, and what stood at the place, if anything,
    /// is at <paramref name="fresh"/>. In one step where the system can.
    /// </summary>
    public static void Put(string fresh, string place)
    {
        if (!OperatingSystem.IsLinux() || !TryInOneStep(fresh, place))
        {
            InTwoSteps(fresh, place);
        }
    }

    // False where the file system knows no such step.
    private static bool TryInOneStep(string fresh, string place)
    {
        // Another run may publish first, or remove the folder, between a look and a step: so no look, but steps that say.
        for (var attempt = 0; attempt < 8; attempt++)
        {
            if (Rename(CurrentFolder, fresh, CurrentFolder, place, Exchange) == 0)
            {
                return true;
            }

            var error = Marshal.GetLastPInvokeError();
            if (error == NoEntry)
            {
                if (Rename(CurrentFolder, fresh, CurrentFolder, place, NoReplace) == 0)
                {
                    return true;
                }

                error = Marshal.GetLastPInvokeError();
            }

            switch (error)
            {
                case Exists:
                    continue;
                case Invalid or NotImplemented:
                    return false;
                case Busy or CrossDevice:
                    throw new IOException($"{place} is a mount point or a layer of its own, which cannot be exchanged; give a folder below it as output");
                default:
                    throw new IOException(Marshal.GetPInvokeErrorMessage(error));
            }
        }

        throw new IOException($"{place} keeps changing");
    }

    // Between the two there is no site for a moment; the old one is put back when the second step fails.
    private static void InTwoSteps(string fresh, string place)
    {
        if (!Directory.Exists(place))
        {
            Directory.Move(fresh, place);
            return;
        }

        var aside = Aside(fresh);
        Directory.Move(place, aside);
        try
        {
            Directory.Move(fresh, place);
        }
        catch
        {
            Directory.Move(aside, place);
            throw;
        }

        Directory.Move(aside, fresh);
    }

    [LibraryImport("libc", EntryPoint = "renameat2", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Rename(int fromFolder, string from, int toFolder, string to, uint flags);
}
