namespace PolicyArchive.Keeping;

/// <summary>What tells this program, with its parts and its runtime, from every other build of it: what one made, another makes anew.</summary>
public static class ProgramPrint
{
    private static readonly Lazy<UInt128> Own = new(Take);

    public static UInt128 Value => Own.Value;

    // Its libraries, or the one file that a native program is, by what a build of them changes.
    private static UInt128 Take()
    {
        var print = new PrintHash().With(Environment.Version.ToString()).With(AppContext.BaseDirectory);
        foreach (var file in new DirectoryInfo(AppContext.BaseDirectory).EnumerateFiles().OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            print.With(file.Name).With(file.Length).With(file.LastWriteTimeUtc.Ticks);
        }

        return print.Value();
    }
}
