using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace PolicyArchive.Sharing.Type;

/// <summary>The fonts of one kind of print, in order: a letter is set in the first that has it. Safe to use from many threads.</summary>
internal sealed class TypeCase
{
    private const byte Missing = 255;

    private readonly ImmutableArray<CardFace> _faces;

    // The number of the font for each code point, from 1.
    private readonly ConcurrentDictionary<int, byte> _chosen = new();

    public TypeCase(ImmutableArray<CardFace> faces) => _faces = [.. faces.Take(Missing - 1)];

    /// <summary>The first letter of a text that no font has, or null.</summary>
    public Rune? FirstMissing(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (IndexOf(rune.Value) == Missing && !Rune.IsWhiteSpace(rune))
            {
                return rune;
            }
        }

        return null;
    }

    /// <summary>The text without the pictures and other symbols that no font has: a title says the same without them.</summary>
    public string WithoutUnknownSymbols(string text) => FirstMissing(text) is null ? text : Settable(string.Concat(text.EnumerateRunes()
        .Where(rune => IndexOf(rune.Value) != Missing || !(Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol))
        .Select(rune => rune.ToString())));

    /// <summary>The font of each UTF-16 unit of a text of which none is missing.</summary>
    public CardFace[] FacesOf(string text)
    {
        var faces = new CardFace[text.Length];
        CardFace? before = null;
        for (var at = 0; at < text.Length;)
        {
            var rune = Rune.GetRuneAt(text, at);

            // A mark belongs to the letter before it, and a space or a comma to its word.
            var stays = before is not null && !Rune.IsLetterOrDigit(rune) && before.Has(rune.Value);
            var face = stays ? before! : IndexOf(rune.Value) is var index and not Missing ? _faces[index - 1] : before ?? _faces[0];
            faces.AsSpan(at, rune.Utf16SequenceLength).Fill(face);
            (before, at) = (face, at + rune.Utf16SequenceLength);
        }

        return faces;
    }

    /// <summary>A text as it is set: composed, on one line, without signs that have no shape.</summary>
    public static string Settable(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                // No-break spaces keep their word together, others are one.
                if (rune.Value is 0xA0 or 0x202F)
                {
                    result.Append('\u00A0');
                }
                else if (result.Length > 0 && result[^1] != ' ')
                {
                    result.Append(' ');
                }
            }
            else if (rune.Value is 0x200C or 0x200D || !(Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format || rune.Value is >= 0xFE00 and <= 0xFE0F))
            {
                result.Append(rune.ToString());
            }
        }

        return result.ToString().Trim(' ');
    }

    private byte IndexOf(int codePoint) => _chosen.GetOrAdd(codePoint, static (codePoint, faces) =>
    {
        for (var i = 0; i < faces.Length; i++)
        {
            if (faces[i].Has(codePoint))
            {
                return (byte)(i + 1);
            }
        }

        // Joiners shape what stands beside them, whether or not there is a glyph for them.
        return codePoint is 0x200C or 0x200D ? (byte)1 : Missing;
    }, _faces);
}
