using System.Collections.Frozen;
using System.Collections.Immutable;
using PolicyArchive.Findings;
using PolicyArchive.Keeping;
using PolicyArchive.Wording;

namespace PolicyArchive.Reading;

/// <summary>The words of a theme, in its folder <c>words</c>: what it changes of those that ship with the program, and languages of its own.</summary>
public static class WordsFolder
{
    private const string Extension = ".yml";

    /// <summary>The words that ship with the program.</summary>
    public static WordBook BuiltIn { get; } = new(BuiltInWords.Of, FrozenDictionary<string, WordsFile>.Empty, () => BuiltInWords.LanguagesByTag);

    /// <param name="theme">The designer's folder; need not be there.</param>
    /// <param name="display">The folder as findings name it.</param>
    public static (WordBook Words, ImmutableArray<Finding> Findings) In(string theme, string display)
    {
        var folder = Path.Combine(theme, "words");
        var findings = new List<Finding>();
        var own = new Dictionary<string, WordsFile>(StringComparer.OrdinalIgnoreCase);
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var print = new PrintHash();
        string[] paths = Directory.Exists(folder) ? Directory.GetFiles(folder) : [];
        foreach (var path in paths.Order(StringComparer.Ordinal))
        {
            var (name, file) = (Path.GetFileNameWithoutExtension(path), $"{display}/words/{Path.GetFileName(path)}");
            if (Path.GetFileName(path).StartsWith('.'))
            {
                continue;
            }

            if (Path.GetExtension(path) != Extension || (name != BuiltInWords.LanguageNames && !LanguageTag.IsTag(name)))
            {
                findings.Add(Finding.Warning("THEME011", new Place(file), "this is no words file, and not read", "name it by a language, e.g. `fr.yml` or `pt-BR.yml`"));
                continue;
            }

            // Most themes are copies of the one that ships.
            var bytes = File.ReadAllBytes(path);
            if (BuiltInWords.Bytes(name) is { } shipped && bytes.AsSpan().SequenceEqual(shipped))
            {
                continue;
            }

            print.With(name).With(bytes);
            if (Map(file, bytes, findings) is not { } map)
            {
                continue;
            }

            if (name == BuiltInWords.LanguageNames)
            {
                ReadNames(map, names, findings);
                continue;
            }

            own[name] = new WordsFileReader(name, BuiltInWords.English, findings).Read(map);
        }

        findings.AddRange(own.OrderBy(o => o.Key, StringComparer.Ordinal).Where(o => !HasBase(o.Key, own)).SelectMany(o => Missing(o.Value, new Place($"{display}/words/{o.Key}{Extension}"))));
        return own.Count == 0 && names.Count == 0
            ? (BuiltIn, [.. findings])
            : (new WordBook(BuiltInWords.Of, own.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase), () => WithOwn(names)) { Print = print.Value() }, [.. findings]);
    }

    private static YamlMap? Map(string display, byte[] bytes, List<Finding> findings)
    {
        var (file, fault) = SourceFile.Decode(display, display, bytes);
        if (fault is not null)
        {
            findings.Add(fault);
        }

        return file is null ? null : YamlReader.Read(file.Text, YamlReader.ListingLength, file.At, findings);
    }

    // A file over one that ships, or of a region, need only hold what it changes.
    private static bool HasBase(string language, Dictionary<string, WordsFile> own) =>
        LanguageFallback.Of(language).Any(tag => BuiltInWords.Of(tag) is not null || (tag != language && own.ContainsKey(tag)));

    private static IEnumerable<Finding> Missing(WordsFile file, Place place) =>
        BuiltInWords.English.Entries.Keys.Where(key => !file.Entries.ContainsKey(key))
            .Select(key => Finding.Warning("THEME015", place, $"the word `{key}` is missing, so readers see it in English", $"add `{key}`"));

    private static void ReadNames(YamlMap map, Dictionary<string, string> names, List<Finding> findings)
    {
        foreach (var entry in map.Entries)
        {
            if (LanguageTag.IsTag(entry.Key) && entry.Value is YamlScalar { IsNull: false } name)
            {
                names[entry.Key] = name.Text;
            }
            else
            {
                findings.Add(Finding.Error("THEME013", entry.KeyPlace, $"`{entry.Key}` is not as it must be here", "write the tag of a language and what it calls itself, e.g. `fr: français`"));
            }
        }
    }

    private static FrozenDictionary<string, string> WithOwn(Dictionary<string, string> names) =>
        BuiltInWords.LanguagesByTag.Where(n => !names.ContainsKey(n.Key)).Concat(names).ToFrozenDictionary(n => n.Key, n => n.Value, StringComparer.OrdinalIgnoreCase);
}
