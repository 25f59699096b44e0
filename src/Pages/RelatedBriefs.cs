using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using PolicyArchive.Briefs;
using PolicyArchive.Markup;
using PolicyArchive.Naming;

namespace PolicyArchive.Pages;

/// <summary>
/// Which briefs are like a brief: by words that they share and few others have (tf-idf over an inverted index), and by
/// shared topics. Linear in the words of the archive: each brief asks for a dozen words, each of which few briefs have.
/// </summary>
internal sealed class RelatedBriefs
{
    private const int WordsPerBrief = 12;
    private const int LongestPosting = 100;
    private const int Candidates = 24;
    private const float LeastScore = 0.03f;

    private readonly ImmutableArray<Entry> _entries;
    private readonly (uint Hash, float Weight)[][] _words;

    // The posting lists of all words, end to end: by word, then in the archive's order.
    private readonly ulong[] _postingKeys;
    private readonly float[] _postingWeights;
    private readonly Dictionary<Slug, float> _topicWeights = [];
    private readonly Dictionary<Slug, int> _indexOf;

    public RelatedBriefs(ImmutableArray<Entry> entries)
    {
        _entries = entries;
        _indexOf = entries.Select((entry, i) => (entry.Brief.Slug, i)).ToDictionary(p => p.Slug, p => p.i);
        foreach (var topic in entries.SelectMany(entry => entry.Topics))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_topicWeights, topic.Slug, out _)++;
        }

        foreach (var slug in _topicWeights.Keys.ToArray())
        {
            _topicWeights[slug] = MathF.Log(1 + entries.Length / _topicWeights[slug]);
        }

        var frequency = new BriefFrequency(entries);
        var commonest = Math.Clamp(entries.Length / 3, 2, LongestPosting);
        _words = new (uint, float)[entries.Length][];
        Parallel.For(0, entries.Length, i => _words[i] = Characteristic(entries[i].Brief.Body.Terms, frequency, commonest, entries.Length));
        _postingKeys = [.. _words.SelectMany((words, i) => words.Select(word => PostingKey(word.Hash, i)))];
        _postingWeights = [.. _words.SelectMany(words => words.Select(word => word.Weight))];
        Array.Sort(_postingKeys, _postingWeights);
    }

    /// <summary>The pieces its author named, then the most alike, at most <paramref name="count"/>.</summary>
    public ImmutableArray<Entry> To(Entry entry, IEnumerable<Entry> named, IReadOnlySet<Slug> excluded, int count = 4)
    {
        var chosen = new List<Entry>(named);
        var scores = ArrayPool<float>.Shared.Rent(_entries.Length);
        Array.Clear(scores, 0, _entries.Length);
        var touched = new List<int>();
        foreach (var (hash, weight) in _words[_indexOf[entry.Brief.Slug]])
        {
            // The list begins where its first possible posting would stand.
            var first = Array.BinarySearch(_postingKeys, PostingKey(hash, 0));
            for (var at = first < 0 ? ~first : first; at < _postingKeys.Length && (uint)(_postingKeys[at] >> 32) == hash; at++)
            {
                var other = (int)(uint)_postingKeys[at];
                if (scores[other] == 0)
                {
                    touched.Add(other);
                }

                scores[other] += weight * _postingWeights[at];
            }
        }

        // Topics decide among the pieces that share most words; the rest could not rise so far.
        var likely = Best(touched, scores)
            .Select(i => (Entry: _entries[i], Score: scores[i] + SharedTopics(entry, _entries[i]), Index: i))
            .OrderByDescending(s => s.Score).ThenBy(s => s.Index).ToArray();
        ArrayPool<float>.Shared.Return(scores);
        foreach (var (candidate, _, _) in likely)
        {
            if (chosen.Count >= count)
            {
                break;
            }

            if (candidate != entry && !excluded.Contains(candidate.Brief.Slug) && !chosen.Contains(candidate))
            {
                chosen.Add(candidate);
            }
        }

        return [.. chosen];
    }

    private static ulong PostingKey(uint hash, int entry) => ((ulong)hash << 32) | (uint)entry;

    // In no order. Of equal ones the first of the archive, its newest, is kept.
    private static IEnumerable<int> Best(List<int> touched, float[] scores)
    {
        var best = new PriorityQueue<int, (float, int)>(Candidates + 1);
        foreach (var i in touched)
        {
            if (scores[i] > LeastScore && (best.Count < Candidates || scores[i] >= scores[best.Peek()]))
            {
                best.Enqueue(i, (scores[i], -i));
                if (best.Count > Candidates)
                {
                    best.Dequeue();
                }
            }
        }

        return best.UnorderedItems.Select(item => item.Element);
    }

    private float SharedTopics(Entry a, Entry b)
    {
        var shared = 0f;
        foreach (var topic in a.Topics)
        {
            foreach (var other in b.Topics)
            {
                if (topic.Slug == other.Slug)
                {
                    shared += 0.08f * _topicWeights[topic.Slug];
                }
            }
        }

        return shared;
    }

    // The words by which a brief differs from the rest, their weights scaled so that the vector has length 1.
    private static (uint, float)[] Characteristic(ImmutableArray<TermCount> terms, BriefFrequency frequency, int commonest, int total)
    {
        var best = new PriorityQueue<(uint Hash, float Weight), (float, uint)>(WordsPerBrief + 1);
        foreach (var term in terms)
        {
            var briefs = frequency[term.Hash];
            if (briefs < 2 || briefs > commonest)
            {
                continue;
            }

            var weight = (1 + MathF.Log(term.Count)) * MathF.Log(total / (float)briefs);
            best.Enqueue((term.Hash, weight), (weight, term.Hash));
            if (best.Count > WordsPerBrief)
            {
                best.Dequeue();
            }
        }

        var words = best.UnorderedItems.Select(item => item.Element).OrderBy(w => w.Hash).ToArray();
        var length = MathF.Sqrt(words.Sum(w => w.Weight * w.Weight));
        return [.. words.Select(w => (w.Hash, w.Weight / Math.Max(length, 1e-6f)))];
    }
}
