using System.Buffers;
using System.Collections.Immutable;

namespace PolicyArchive.Markup;

/// <summary>Counts hashes: an open table whose size is a power of two and of which at most half is used.</summary>
internal sealed class TermTable
{
    // A text of a thousand words has about half as many different ones.
    private const int FirstSize = 2048;

    private TermCount[] _slots = Empty(FirstSize);
    private int _size = FirstSize;
    private int _used;

    public void Add(uint hash)
    {
        ref var slot = ref SlotOf(hash);
        if (slot.Count == 0 && 2 * ++_used > _size)
        {
            Grow();
            slot = ref SlotOf(hash);
        }

        slot = new TermCount(hash, slot.Count + 1);
    }

    /// <summary>Each hash once, in an order that depends on the text alone. The table is empty after it.</summary>
    public ImmutableArray<TermCount> Take()
    {
        var counts = ImmutableArray.CreateBuilder<TermCount>(_used);
        foreach (var slot in _slots.AsSpan(0, _size))
        {
            if (slot.Count > 0)
            {
                counts.Add(slot);
            }
        }

        ArrayPool<TermCount>.Shared.Return(_slots);
        (_slots, _size, _used) = ([], 0, 0);
        return counts.MoveToImmutable();
    }

    private static TermCount[] Empty(int size)
    {
        var slots = ArrayPool<TermCount>.Shared.Rent(size);
        Array.Clear(slots, 0, size);
        return slots;
    }

    // The low bits of FNV are well mixed.
    private ref TermCount SlotOf(uint hash)
    {
        var at = hash & (uint)(_size - 1);
        while (_slots[at].Count > 0 && _slots[at].Hash != hash)
        {
            at = (at + 1) & (uint)(_size - 1);
        }

        return ref _slots[at];
    }

    private void Grow()
    {
        var (old, oldSize) = (_slots, _size);
        (_slots, _size) = (Empty(2 * oldSize), 2 * oldSize);
        foreach (var slot in old.AsSpan(0, oldSize))
        {
            if (slot.Count > 0)
            {
                SlotOf(slot.Hash) = slot;
            }
        }

        ArrayPool<TermCount>.Shared.Return(old);
    }
}
