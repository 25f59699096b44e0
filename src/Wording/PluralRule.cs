using System.Collections.Frozen;
using System.Collections.Immutable;

namespace PolicyArchive.Wording;

/// <summary>Which form of a word a language puts beside a whole number, as Unicode's CLDR has it.</summary>
public sealed class PluralRule
{
    private static readonly PluralRule OneAndOther = new([PluralCategory.One, PluralCategory.Other], n => n == 1 ? PluralCategory.One : PluralCategory.Other);

    private static readonly FrozenDictionary<string, PluralRule> ByLanguage = Table(
        ("zh ja ko vi th id ms my lo km yue jv su wo yo ig", new([PluralCategory.Other], _ => PluralCategory.Other)),
        ("ak am as bho bn fa ff gu hi hy kab kn ln mg nso pa si ti zu", new([PluralCategory.One, PluralCategory.Other], n => n <= 1 ? PluralCategory.One : PluralCategory.Other)),
        ("fr pt", new([PluralCategory.One, PluralCategory.Many, PluralCategory.Other], n => n <= 1 ? PluralCategory.One : Millions(n))),
        ("es it ca pt-PT", new([PluralCategory.One, PluralCategory.Many, PluralCategory.Other], n => n == 1 ? PluralCategory.One : Millions(n))),
        ("is mk", new([PluralCategory.One, PluralCategory.Other], n => EndsInOne(n) ? PluralCategory.One : PluralCategory.Other)),
        ("fil tl", new([PluralCategory.One, PluralCategory.Other], n => n is 1 or 2 or 3 || n % 10 is not (4 or 6 or 9) ? PluralCategory.One : PluralCategory.Other)),
        ("hr sr bs sh", new([PluralCategory.One, PluralCategory.Few, PluralCategory.Other], n => EndsInOne(n) ? PluralCategory.One : EndsInFew(n) ? PluralCategory.Few : PluralCategory.Other)),
        ("ru uk be", new([PluralCategory.One, PluralCategory.Few, PluralCategory.Many, PluralCategory.Other], n => EndsInOne(n) ? PluralCategory.One : EndsInFew(n) ? PluralCategory.Few : PluralCategory.Many)),
        ("pl", new([PluralCategory.One, PluralCategory.Few, PluralCategory.Many, PluralCategory.Other], n => n == 1 ? PluralCategory.One : EndsInFew(n) ? PluralCategory.Few : PluralCategory.Many)),
        ("cs sk", new([PluralCategory.One, PluralCategory.Few, PluralCategory.Many, PluralCategory.Other], n => n == 1 ? PluralCategory.One : n is >= 2 and <= 4 ? PluralCategory.Few : PluralCategory.Other)),
        ("sl", new([PluralCategory.One, PluralCategory.Two, PluralCategory.Few, PluralCategory.Other], n => (n % 100) switch { 1 => PluralCategory.One, 2 => PluralCategory.Two, 3 or 4 => PluralCategory.Few, _ => PluralCategory.Other })),
        ("lt", new([PluralCategory.One, PluralCategory.Few, PluralCategory.Many, PluralCategory.Other], n => n % 100 is >= 11 and <= 19 || n % 10 == 0 ? PluralCategory.Other : n % 10 == 1 ? PluralCategory.One : PluralCategory.Few)),
        ("lv", new([PluralCategory.Zero, PluralCategory.One, PluralCategory.Other], n => n % 10 == 0 || n % 100 is >= 11 and <= 19 ? PluralCategory.Zero : EndsInOne(n) ? PluralCategory.One : PluralCategory.Other)),
        ("ro mo", new([PluralCategory.One, PluralCategory.Few, PluralCategory.Other], n => n == 1 ? PluralCategory.One : n == 0 || n % 100 is >= 1 and <= 19 ? PluralCategory.Few : PluralCategory.Other)),
        ("ar", new([PluralCategory.Zero, PluralCategory.One, PluralCategory.Two, PluralCategory.Few, PluralCategory.Many, PluralCategory.Other], n => n switch
        {
            0 => PluralCategory.Zero,
            1 => PluralCategory.One,
            2 => PluralCategory.Two,
            _ => (n % 100) switch { >= 3 and <= 10 => PluralCategory.Few, >= 11 => PluralCategory.Many, _ => PluralCategory.Other },
        })),
        ("he", new([PluralCategory.One, PluralCategory.Two, PluralCategory.Other], n => n switch { 1 => PluralCategory.One, 2 => PluralCategory.Two, _ => PluralCategory.Other })),
        ("ga", new([PluralCategory.One, PluralCategory.Two, PluralCategory.Few, PluralCategory.Many, PluralCategory.Other], n => n switch { 1 => PluralCategory.One, 2 => PluralCategory.Two, >= 3 and <= 6 => PluralCategory.Few, >= 7 and <= 10 => PluralCategory.Many, _ => PluralCategory.Other })),
        ("cy", new([PluralCategory.Zero, PluralCategory.One, PluralCategory.Two, PluralCategory.Few, PluralCategory.Many, PluralCategory.Other], n => n switch { 0 => PluralCategory.Zero, 1 => PluralCategory.One, 2 => PluralCategory.Two, 3 => PluralCategory.Few, 6 => PluralCategory.Many, _ => PluralCategory.Other })),
        ("mt", new([PluralCategory.One, PluralCategory.Two, PluralCategory.Few, PluralCategory.Many, PluralCategory.Other], n => n switch
        {
            1 => PluralCategory.One,
            2 => PluralCategory.Two,
            _ => n == 0 || n % 100 is >= 3 and <= 10 ? PluralCategory.Few : n % 100 is >= 11 and <= 19 ? PluralCategory.Many : PluralCategory.Other,
        })));

    private readonly Func<long, PluralCategory> _of;

    private PluralRule(ImmutableArray<PluralCategory> categories, Func<long, PluralCategory> of) => (Categories, _of) = (categories, of);

    /// <summary>The forms a words file of the language gives, those of fractions included.</summary>
    public ImmutableArray<PluralCategory> Categories { get; }

    public PluralCategory Of(long count) => _of(Math.Abs(count));

    /// <param name="language">A BCP 47 tag. One that is not in the table has two forms, as English has.</param>
    public static PluralRule For(string language) => ByLanguage.GetValueOrDefault(language) ?? ByLanguage.GetValueOrDefault(language.Split('-')[0]) ?? OneAndOther;

    // Romance languages say “a million of briefs”.
    private static PluralCategory Millions(long n) => n != 0 && n % 1_000_000 == 0 ? PluralCategory.Many : PluralCategory.Other;

    private static bool EndsInOne(long n) => n % 10 == 1 && n % 100 != 11;

    private static bool EndsInFew(long n) => n % 10 is >= 2 and <= 4 && n % 100 is not (>= 12 and <= 14);

    private static FrozenDictionary<string, PluralRule> Table(params ReadOnlySpan<(string Languages, PluralRule Rule)> rows)
    {
        var table = new Dictionary<string, PluralRule>(StringComparer.Ordinal);
        foreach (var (languages, rule) in rows)
        {
            foreach (var language in languages.Split(' '))
            {
                table.Add(language, rule);
            }
        }

        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
