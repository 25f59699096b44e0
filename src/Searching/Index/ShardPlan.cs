namespace PolicyArchive.Searching.Index;

/// <summary>
/// Which shard holds which stems. Words that begin alike stay together as long as a shard can hold them, so that a slip
/// in the rest of a word is met in the shard where the word itself stands.
/// </summary>
internal sealed class ShardPlan
{
    /// <summary>What a shard holds before it is packed, in bytes, more or less.</summary>
    private const int Target = 3000;

    /// <summary>Longer lists have files of their own.</summary>
    public const int LongList = 600;

    private const int DeepestPrefix = 8;

    private readonly StemGroup[] _groups;
    private readonly PostingList[] _lists;
    private readonly int[] _sizes;
    private readonly List<int> _firsts = [];
    private int _size;

    public ShardPlan(StemGroup[] groups, PostingList[] lists)
    {
        (_groups, _lists) = (groups, lists);
        ShardOf = new int[groups.Length];
        _sizes = new int[groups.Length];
        for (var g = 0; g < groups.Length; g++)
        {
            _sizes[g] = 3 + groups[g].Forms.Sum(form => 3 + (form.Length / 2)) + (IsLong(g) ? 0 : lists[g].Size);
        }

        Place(0, groups.Length, 1);
        Keys = [.. _firsts.Select(first => first == 0 ? "" : Key(groups[first - 1].Forms[0], groups[first].Forms[0]))];
    }

    /// <summary>By group.</summary>
    public int[] ShardOf { get; }

    /// <summary>In order: a shard holds the forms from its key up to the next one's.</summary>
    public string[] Keys { get; }

    /// <summary>The group with which each shard begins.</summary>
    public IReadOnlyList<int> Firsts => _firsts;

    public bool IsLong(int group) => _lists[group].Size > LongList;

    /// <summary>The shard in which a reader looks for a form.</summary>
    public int Find(string form)
    {
        var (low, high) = (0, Keys.Length);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            (low, high) = string.CompareOrdinal(Keys[middle], form) <= 0 ? (middle, high) : (low, middle);
        }

        return low;
    }

    private void Place(int from, int to, int prefix)
    {
        var size = 0;
        foreach (var own in _sizes.AsSpan(from..to))
        {
            size += own;
        }

        if (size > Target && prefix <= DeepestPrefix && to - from > 1)
        {
            for (var start = from; start < to;)
            {
                var end = start + 1;
                while (end < to && Head(end, prefix).SequenceEqual(Head(start, prefix)))
                {
                    end++;
                }

                Place(start, end, prefix + 1);
                start = end;
            }

            return;
        }

        if (_firsts.Count == 0 || (_size > 0 && _size + size > Target))
        {
            _firsts.Add(from);
            _size = 0;
        }

        _size += size;
        ShardOf.AsSpan(from..to).Fill(_firsts.Count - 1);
    }

    private ReadOnlySpan<char> Head(int group, int length) =>
        _groups[group].Forms[0] is var form && form.Length > length ? form.AsSpan(0, length) : form;

    // The shortest beginning of the second that is greater than the first.
    private static string Key(string before, string first)
    {
        var length = before.AsSpan().CommonPrefixLength(first) + 1;
        return length < first.Length && char.IsHighSurrogate(first[length - 1]) ? first[..(length + 1)] : first[..Math.Min(length, first.Length)];
    }
}
