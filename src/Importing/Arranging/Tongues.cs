using System.Collections.Frozen;
using PolicyArchive.Importing.Blocks;

namespace PolicyArchive.Importing.Arranging;

/// <summary>The language that most of a text is in, so far as its words can be judged; not what it is published as.</summary>
internal enum Tongue { Other, English, French, German, Spanish }

/// <summary>Tells languages by the small words that no sentence does without.</summary>
internal static class Tongues
{
    // Fewer say nothing: a table, a list of names.
    private const int LeastWords = 3;

    private static readonly FrozenDictionary<string, Tongue> Words = new (Tongue Tongue, string Words)[]
    {
        (Tongue.English, "the and of to is that was for with are by from not which this were have has had been their"),
        (Tongue.French, "le les des et du est dans une pour qui sur pas par sont avec ce cette aux ont leur mais"),
        (Tongue.German, "der die das und ist nicht mit sich den dem von ein eine auf für werden wird sind zu auch"),
        (Tongue.Spanish, "el los las y del una por con para es que como más pero su se al lo fue son"),
    }.SelectMany(t => t.Words.Split(' ').Select(word => (word, t.Tongue))).ToFrozenDictionary(w => w.word, w => w.Tongue, StringComparer.OrdinalIgnoreCase);

    public static Tongue Of(IEnumerable<Block> blocks)
    {
        var counts = new int[Enum.GetValues<Tongue>().Length];
        var lookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var block in blocks.Where(b => b.Part is not (Part.Code or Part.Rule)))
        {
            foreach (var range in block.Text.AsSpan().Split(' '))
            {
                if (lookup.TryGetValue(block.Text.AsSpan(range).Trim(".,;:!?()«»“”\"'’"), out var tongue))
                {
                    counts[(int)tongue]++;
                }
            }
        }

        var most = Array.IndexOf(counts, counts.Max());
        return counts[most] < LeastWords ? Tongue.Other : (Tongue)most;
    }
}
