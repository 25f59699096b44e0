using System.Collections.Immutable;

namespace PolicyArchive.Wording;

/// <summary>One entry of a words file, as it is written: a text, its forms by number, or several texts in order.</summary>
/// <param name="Forms">A text that is always the same has the form <see cref="PluralCategory.Other"/> alone.</param>
/// <param name="IsPlural">Whether the file gives forms by number.</param>
/// <param name="Items">The months, and nothing else, are several texts in order; else empty.</param>
public sealed record WordEntry(ImmutableArray<(PluralCategory Category, string Text)> Forms, bool IsPlural, ImmutableArray<string> Items)
{
    public static WordEntry Of(string text) => new([(PluralCategory.Other, text)], false, []);

    public static WordEntry Of(ImmutableArray<(PluralCategory Category, string Text)> forms) => new(forms, true, []);

    public static WordEntry Of(ImmutableArray<string> items) => new([], false, items);

    /// <summary>What may stand in it, whatever the language.</summary>
    public Phrase Shape => new(this, PluralRule.For(""), new Numerals("0123456789", "", "", int.MaxValue));
}

/// <summary>The words of one language as one file has them; not always all of them.</summary>
/// <param name="Language">A BCP 47 tag, the file's name.</param>
public sealed record WordsFile(string Language, IReadOnlyDictionary<string, WordEntry> Entries);
