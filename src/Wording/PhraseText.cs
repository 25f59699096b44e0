using System.Collections.Immutable;
using System.Text;

namespace PolicyArchive.Wording;

/// <summary>The notation of phrases: <c>{name}</c> is filled, <c>**so**</c> weighs more.</summary>
internal static class PhraseText
{
    public static ImmutableArray<PhrasePiece> Parse(string text)
    {
        var pieces = ImmutableArray.CreateBuilder<PhrasePiece>();
        var own = new StringBuilder();
        var isStrong = false;
        for (var at = 0; at < text.Length; at++)
        {
            var end = text[at] == '{' ? text.IndexOf('}', at) : -1;
            if (end > at + 1 && IsName(text.AsSpan(at + 1, end - at - 1)))
            {
                Close(own, pieces);
                pieces.Add(new PhrasePiece(PieceSort.Slot, text[(at + 1)..end]));
                at = end;
            }
            else if (text.AsSpan(at).StartsWith("**") && (isStrong || text.AsSpan(at + 2).Contains("**", StringComparison.Ordinal)))
            {
                Close(own, pieces);
                pieces.Add(new PhrasePiece(isStrong ? PieceSort.StrongEnd : PieceSort.StrongStart, ""));
                isStrong = !isStrong;
                at++;
            }
            else
            {
                own.Append(text[at]);
            }
        }

        Close(own, pieces);
        return pieces.ToImmutable();
    }

    private static bool IsName(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterLower(c) && c != '_')
            {
                return false;
            }
        }

        return true;
    }

    private static void Close(StringBuilder own, ImmutableArray<PhrasePiece>.Builder pieces)
    {
        if (own.Length > 0)
        {
            pieces.Add(new PhrasePiece(PieceSort.Text, own.ToString()));
            own.Clear();
        }
    }
}
