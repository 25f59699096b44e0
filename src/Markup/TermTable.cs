using System.Collections.Immutable;

namespace PolicyArchive.Markup;

/// <summary>Counts hashes: an open table whose size is a power of two and of which at most half is used.</summary>
internal sealed class TermTable
{
    private TermCount[] _slots = new TermCount[1024];
    private int _used;

    public void Add(uint hash)
    {
        if (2 * ++_used > _slots.Length)
        {
            Grow();
        }

        ref var slot = ref SlotOf(hash);
        _used -= slot.Count > 0 ? 1 : 0;
        slot = new TermCount(hash, slot.Count + 1);
    }

    /// <summary>Each hash once, in an order that depends on the text alone.</summary>
    public ImmutableArray<TermCount> Counts()
    {
        var counts = ImmutableArray.CreateBuilder<TermCount>(_used);
        foreach (var slot in _slots)
        {
            if (slot.Count > 0)
            {
                counts.Add(slot);
            }
        }

        return counts.MoveToImmutable();
    }

    // The low bits of FNV are well mixed.
    private ref TermCount SlotOf(uint hash)
    {
        var at = hash & (uint)(_slots.Length - 1);
        while (_slots[at].Count > 0 && _slots[at].Hash != hash)
        {
            at = (at + 1) & (uint)(_slots.Length - 1);
        }

        return ref _slots[at];
    }

    private void Grow()
    {
        var old = _slots;
        _slots = new TermCount[2 * old.Length];
        foreach (var slot in old)
        {
            if (slot.Count > 0)
            {
                SlotOf(slot.Hash) = slot;
            }
        }
    }
}
