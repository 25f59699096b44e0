using System.Runtime.CompilerServices;

namespace PolicyArchive.Searching.Index;

/// <summary>Bytes and variable-length numbers, one after another. A number is written in groups of seven bits, lowest first; all bytes but its last have the top bit set.</summary>
internal sealed class ByteList(int capacity = 256)
{
    private byte[] _bytes = new byte[capacity];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public ReadOnlyMemory<byte> WrittenMemory => _bytes.AsMemory(0, Length);

    public void Clear() => Length = 0;

    public byte[] ToArray() => Written.ToArray();

    public void Add(byte value)
    {
        if (Length == _bytes.Length)
        {
            Array.Resize(ref _bytes, Length * 2);
        }

        _bytes[Length++] = value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Number(int value)
    {
        if ((uint)value < 0x80)
        {
            Add((byte)value);
        }
        else
        {
            LongNumber(value);
        }
    }

    private void LongNumber(int value)
    {
        for (var rest = (uint)value; ; rest >>= 7)
        {
            if (rest < 0x80)
            {
                Add((byte)rest);
                return;
            }

            Add((byte)(rest | 0x80));
        }
    }

    public void Add(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Take(bytes.Length));

    /// <summary>Room for as many bytes, which are then counted as written.</summary>
    public Span<byte> Take(int count)
    {
        if (Length + count > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + count));
        }

        Length += count;
        return _bytes.AsSpan(Length - count, count);
    }

    /// <summary>Bytes with their number before them.</summary>
    public void Text(ReadOnlySpan<byte> utf8)
    {
        Number(utf8.Length);
        Add(utf8);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ReadNumber(ReadOnlySpan<byte> bytes, ref int at)
    {
        var first = bytes[at];
        if (first < 0x80)
        {
            at++;
            return first;
        }

        return ReadLongNumber(bytes, ref at);
    }

    private static int ReadLongNumber(ReadOnlySpan<byte> bytes, ref int at)
    {
        var value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var b = bytes[at++];
            value |= (b & 0x7F) << shift;
            if (b < 0x80)
            {
                return value;
            }
        }
    }

    public static ReadOnlySpan<byte> ReadText(ReadOnlySpan<byte> bytes, scoped ref int at)
    {
        var length = ReadNumber(bytes, ref at);
        at += length;
        return bytes.Slice(at - length, length);
    }
}
