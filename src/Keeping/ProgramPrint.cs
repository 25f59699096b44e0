using System.Globalization;

namespace PolicyArchive.Keeping;

/// <summary>What tells this program, with its parts and its runtime, from every other build of it: what one made, another makes anew.</summary>
public static class ProgramPrint
{
    private static readonly Lazy<UInt128> Own = new(Take);

    public static UInt128 Value => Own.Value;

    // By content, not by time: a machine that is new for every build compiles the same program again.
    private static UInt128 Take()
    {
        // Letters are folded by the Unicode data of the system.
        var print = new PrintHash().With(Environment.Version.ToString()).With(CultureInfo.InvariantCulture.CompareInfo.Version.FullVersion);
        var library = Path.Join(AppContext.BaseDirectory, typeof(ProgramPrint).Assembly.GetName().Name);

        // The second names the versions of the packages. A native program is one file.
        foreach (var path in File.Exists(library + ".dll") ? [library + ".dll", library + ".deps.json"] : (string[])[Environment.ProcessPath ?? library])
        {
            print.With(new FileInfo(path));
        }

        return print.Value();
    }
}
