using System.Collections.Immutable;
using PolicyArchive.Briefs;
using PolicyArchive.Naming;

namespace PolicyArchive.Importing.Arranging;

/// <summary>The archive's own topics and regions, to find which of them a text speaks of.</summary>
public sealed class Vocabulary
{
    private const int MostProposed = 5;
    private const int TitleWeight = 3;
    private const int LeastWeight = 2;

    // By the first word of each name, so that a text is read once, however many names there are.
    private readonly Dictionary<string, List<(string[] Words, Taxonomy Taxonomy, string Name)>> _names = new(StringComparer.Ordinal);

    public static Vocabulary Of(Manuscripts manuscripts)
    {
        var vocabulary = new Vocabulary();
        foreach (var term in manuscripts.Terms.Where(t => t.Taxonomy is Taxonomy.Topics or Taxonomy.Regions))
        {
            foreach (var name in term.Aliases.Select(a => a.Text).Prepend(term.Name))
            {
                vocabulary.Add(term.Taxonomy, name, term.Name);
            }
        }

        foreach (var brief in manuscripts.Briefs)
        {
            foreach (var topic in brief.Topics)
            {
                vocabulary.Add(Taxonomy.Topics, topic.Text, topic.Text);
            }

            foreach (var region in brief.Regions)
            {
                vocabulary.Add(Taxonomy.Regions, region.Text, region.Text);
            }
        }

        return vocabulary;
    }

    /// <summary>Those that the title names, or the text more than once; the most spoken of first.</summary>
    public ImmutableArray<string> Proposals(Taxonomy taxonomy, string title, string text)
    {
        var weights = new Dictionary<string, int>(StringComparer.Ordinal);
        Weigh(taxonomy, Words(title), TitleWeight, weights);
        Weigh(taxonomy, Words(text), 1, weights);
        return [.. weights.Where(w => w.Value >= LeastWeight).OrderByDescending(w => w.Value).ThenBy(w => w.Key, StringComparer.Ordinal).Take(MostProposed).Select(w => w.Key)];
    }

    private void Add(Taxonomy taxonomy, string name, string shown)
    {
        var words = Words(name);
        if (words.Length == 0 || (words.Length == 1 && words[0].Length < 3))
        {
            return;
        }

        var names = _names.TryGetValue(words[0], out var known) ? known : _names[words[0]] = [];
        if (!names.Any(n => n.Taxonomy == taxonomy && n.Words.AsSpan().SequenceEqual(words)))
        {
            names.Add((words, taxonomy, shown));
        }
    }

    private void Weigh(Taxonomy taxonomy, string[] text, int weight, Dictionary<string, int> weights)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (_names.TryGetValue(text[i], out var names))
            {
                foreach (var (words, of, name) in names)
                {
                    if (of == taxonomy && text.AsSpan(i).StartsWith(words))
                    {
                        weights[name] = weights.GetValueOrDefault(name) + weight;
                    }
                }
            }
        }
    }

    // One and many are one word here: a text on carbon taxes speaks of the carbon tax.
    private static string[] Words(string text)
    {
        var words = new List<string>();
        var start = -1;
        var key = TextFold.Key(text);
        for (var i = 0; i <= key.Length; i++)
        {
            var isLetter = i < key.Length && char.IsLetterOrDigit(key[i]);
            if (isLetter && start < 0)
            {
                start = i;
            }
            else if (!isLetter && start >= 0)
            {
                var word = key[start..i];
                words.Add(word.Length > 4 && word.EndsWith("xes", StringComparison.Ordinal) ? word[..^2] : word.Length > 3 && word[^1] == 's' && word[^2] != 's' ? word[..^1] : word);
                start = -1;
            }
        }

        return [.. words];
    }
}
