namespace PolicyArchive.Searching.Index;

/// <summary>Walks over the stems of a batch.</summary>
internal ref struct StemReader(ReadOnlySpan<byte> bytes, int at)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _at = at;

    /// <summary>The stem and then its forms, each a text.</summary>
    public ReadOnlySpan<byte> Family { get; private set; }

    /// <summary>Where its run begins.</summary>
    public int Run { get; private set; }

    public bool MoveNext()
    {
        if (_at == _bytes.Length)
        {
            return false;
        }

        Family = ByteList.ReadText(_bytes, ref _at);
        Run = _at;
        var length = 0;
        for (var section = 0; section < RunReader.Sections; section++)
        {
            length += ByteList.ReadNumber(_bytes, ref _at);
        }

        _at += length;
        return true;
    }
}
