namespace PolicyArchive.Searching.Analysis;

/// <summary>
/// Numbers by short byte strings: an open-addressed table with linear probing, since every word of the archive is looked up
/// here once and hardly one in a hundred is new.
/// </summary>
internal sealed class WrittenForms
{
    private const uint Basis = 2166136261;
    private const uint Prime = 16777619;

    private Slot[] _slots = new Slot[1024];
    private byte[] _bytes = new byte[8192];
    private int _count;
    private int _used;

    // A free slot has no length.
    private readonly record struct Slot(uint Hash, int Start, int Length, int Number);

    public bool TryFind(ReadOnlySpan<byte> form, out int number)
    {
        var slot = _slots[Find(form, Hash(form))];
        number = slot.Number;
        return slot.Length > 0;
    }

    /// <param name="form">Neither empty nor there already.</param>
    public void Add(ReadOnlySpan<byte> form, int number)
    {
        if (_count * 2 >= _slots.Length)
        {
            Grow();
        }

        if (_used + form.Length > _bytes.Length)
        {
            Array.Resize(ref _bytes, _bytes.Length * 2);
        }

        form.CopyTo(_bytes.AsSpan(_used));
        var hash = Hash(form);
        _slots[Find(form, hash)] = new Slot(hash, _used, form.Length, number);
        _used += form.Length;
        _count++;
    }

    // Where the form stands, or the free slot where it would.
    private int Find(ReadOnlySpan<byte> form, uint hash)
    {
        var slots = _slots;
        for (var at = (int)hash & (slots.Length - 1); ; at = (at + 1) & (slots.Length - 1))
        {
            ref readonly var slot = ref slots[at];
            if (slot.Length == 0 || (slot.Hash == hash && form.SequenceEqual(_bytes.AsSpan(slot.Start, slot.Length))))
            {
                return at;
            }
        }
    }

    private void Grow()
    {
        var before = _slots;
        _slots = new Slot[before.Length * 2];
        foreach (var slot in before)
        {
            if (slot.Length > 0)
            {
                _slots[Find(_bytes.AsSpan(slot.Start, slot.Length), slot.Hash)] = slot;
            }
        }
    }

    // FNV-1a, 32 bits; its low bits are mixed with the high ones, by which alone long words with one ending differ.
    private static uint Hash(ReadOnlySpan<byte> form)
    {
        var hash = Basis;
        foreach (var b in form)
        {
            hash = (hash ^ b) * Prime;
        }

        return hash ^ (hash >> 15);
    }
}
