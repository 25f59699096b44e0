using System.Collections.Concurrent;
using System.Collections.Frozen;
using PolicyArchive.Findings;
using PolicyArchive.Wording;

namespace PolicyArchive.Reading;

/// <summary>The words files that ship with the program. Each is read when it is first asked for; a test reads them all.</summary>
internal static class BuiltInWords
{
    /// <summary>The file of what languages call themselves.</summary>
    public const string LanguageNames = "languages";

    private static readonly ConcurrentDictionary<string, WordsFile?> Files = new(StringComparer.OrdinalIgnoreCase);

    private static readonly Lazy<FrozenDictionary<string, string>> Names = new(() =>
        Map(LanguageNames).Entries.ToFrozenDictionary(e => e.Key, e => ((YamlScalar)e.Value).Text, StringComparer.OrdinalIgnoreCase));

    /// <summary>English without what a theme changes in it: it says which words there are, and what is filled in.</summary>
    public static WordsFile English => Of(WordBook.Fallback)!;

    public static WordsFile? Of(string language) => Files.GetOrAdd(language, Read);

    public static FrozenDictionary<string, string> LanguagesByTag => Names.Value;

    /// <summary>The file as it ships; null where there is none of that name.</summary>
    public static byte[]? Bytes(string name)
    {
        var known = typeof(BuiltInWords).Assembly.GetManifestResourceNames().FirstOrDefault(n => n.Equals($"words/{name}.yml", StringComparison.OrdinalIgnoreCase));
        if (known is null)
        {
            return null;
        }

        using var stream = typeof(BuiltInWords).Assembly.GetManifestResourceStream(known)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static WordsFile? Read(string language)
    {
        if (language == LanguageNames || Bytes(language) is null)
        {
            return null;
        }

        var findings = new List<Finding>();
        var file = new WordsFileReader(language, language == WordBook.Fallback ? null : English, findings).Read(Map(language));
        return findings.Count == 0 ? file : throw new InvalidDataException(findings[0].ToString());
    }

    private static YamlMap Map(string name)
    {
        var findings = new List<Finding>();
        var (file, fault) = SourceFile.Decode($"words/{name}.yml", $"words/{name}.yml", Bytes(name)!);
        return (fault is null ? YamlReader.Read(file!.Text, YamlReader.ListingLength, file.At, findings) : null)
            ?? throw new InvalidDataException((fault ?? findings[0]).ToString());
    }
}
