namespace PolicyArchive.Searching.Index;

/// <summary>Walks over the stems of a batch.</summary>
internal ref struct StemReader(ReadOnlySpan<byte> bytes, int at)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _at = at;

    public ReadOnlySpan<byte> Stem { get; private set; }

    /// <summary>How many forms it has; each is read by <see cref="NextForm"/> before the run.</summary>
    public int Forms { get; private set; }

    public bool MoveNext()
    {
        if (_at == _bytes.Length)
        {
            return false;
        }

        Stem = ByteList.ReadText(_bytes, ref _at);
        Forms = ByteList.ReadNumber(_bytes, ref _at);
        return true;
    }

    public ReadOnlySpan<byte> NextForm() => ByteList.ReadText(_bytes, ref _at);

    /// <summary>Where the run of the stem begins; goes on behind it.</summary>
    public int SkipRun()
    {
        var start = _at;
        var length = 0;
        for (var section = 0; section < RunReader.Sections; section++)
        {
            length += ByteList.ReadNumber(_bytes, ref _at);
        }

        _at += length;
        return start;
    }
}
