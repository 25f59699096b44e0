using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PolicyArchive.Importing.Blocks;

namespace PolicyArchive.Importing.Arranging;

/// <summary>The events that a text dates: a piece cannot be older than the latest of them that was past.</summary>
internal static partial class Events
{
    [GeneratedRegex(@"\b(?:will|shall|would|due|scheduled|expected|planned|upcoming|forthcoming|deadline|expires?|sera|seront|aura lieu|auront lieu|prévue?s?|wird|werden|soll|sollen|geplant|será|serán|prevista?s?|previsto|sarà|saranno|zal|zullen|gepland)\b|’ll\b", RegexOptions.IgnoreCase)]
    private static partial Regex ToCome { get; }

    [GeneratedRegex(@"\b(?:by|until|till|before|avant|jusqu[’']au|d[’']ici au|bis(?: zum)?|vor dem|antes del?|hasta el|entro il|até|voor|tot)\s+(?:the\s+|le\s+|el\s+|il\s+)?$", RegexOptions.IgnoreCase)]
    private static partial Regex NotYet { get; }

    /// <param name="today">Nothing later is past.</param>
    /// <returns>The latest day, with the words that give it; and the dates that can be read two ways.</returns>
    public static (DateOnly? Day, string Words, ImmutableArray<(Block Block, string Words)> Doubtful) Latest(IEnumerable<Block> body, DateOnly today)
    {
        DateOnly? latest = null;
        var words = "";
        var doubtful = ImmutableArray.CreateBuilder<(Block, string)>();
        foreach (var block in body)
        {
            foreach (var date in WrittenDates.In(block.Text))
            {
                var written = block.Text.Substring(date.Index, date.Length);
                if (date.Day is not { } day)
                {
                    doubtful.Add((block, written));
                }
                else if (day <= today && (latest is null || day > latest) && !IsToCome(block.Text, date))
                {
                    (latest, words) = (day, written);
                }
            }
        }

        return (latest, words, doubtful.ToImmutable());
    }

    private static bool IsToCome(string text, WrittenDate date)
    {
        var start = text.AsSpan(0, date.Index).LastIndexOfAny(".!?") + 1;
        var end = text.AsSpan(date.Index + date.Length).IndexOfAny(".!?;") is var stop and >= 0 ? date.Index + date.Length + stop : text.Length;
        return ToCome.IsMatch(text[start..end]) || NotYet.IsMatch(text[start..date.Index]);
    }
}
