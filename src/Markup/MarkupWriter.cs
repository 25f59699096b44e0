using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace PolicyArchive.Markup;

/// <summary>
/// Gathers markup as UTF-8 in a rented buffer, from texts and from bytes. Never waits, so that templates and renderers
/// that write to it run synchronously. For one thread at a time; <see cref="Clear"/> makes it ready for the next text.
/// </summary>
public sealed class MarkupWriter(int capacity = 32 * 1024) : TextWriter(System.Globalization.CultureInfo.InvariantCulture), IBufferWriter<byte>
{
    // The most bytes of UTF-8 that one UTF-16 unit makes.
    private const int BytesPerChar = 3;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(capacity);
    private int _length;

    // The first half of a character whose second half comes with the next text.
    private char _half;

    public override Encoding Encoding { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <summary>In bytes.</summary>
    public int Length => _length;

    /// <summary>Valid until the next call.</summary>
    public ReadOnlySpan<byte> Written => _buffer.AsSpan(0, _length);

    public byte[] ToArray() => Written.ToArray();

    /// <summary>A copy for as long as the run lasts, which the collector need not move from generation to generation.</summary>
    public byte[] ToLastingArray()
    {
        var lasting = GC.AllocateUninitializedArray<byte>(_length, pinned: true);
        Written.CopyTo(lasting);
        return lasting;
    }

    public void Clear() => (_length, _half) = (0, '\0');

    public void Write(ReadOnlySpan<byte> utf8)
    {
        utf8.CopyTo(Free(utf8.Length));
        _length += utf8.Length;
    }

    public override void Write(ReadOnlySpan<char> buffer)
    {
        if (buffer.IsEmpty)
        {
            return;
        }

        if (_half != '\0')
        {
            ReadOnlySpan<char> pair = [_half, buffer[0]];
            _half = '\0';
            Encode(pair);
            buffer = buffer[1..];
        }

        if (buffer is [.., var last] && char.IsHighSurrogate(last))
        {
            _half = last;
            buffer = buffer[..^1];
        }

        Encode(buffer);
    }

    public override void Write(char value)
    {
        if (value < 0x80 && _half == '\0')
        {
            Free(1)[0] = (byte)value;
            _length++;
        }
        else
        {
            Write([value]);
        }
    }

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override Task WriteAsync(char value)
    {
        Write(value);
        return Task.CompletedTask;
    }

    public override Task WriteAsync(string? value)
    {
        Write(value.AsSpan());
        return Task.CompletedTask;
    }

    public override Task WriteAsync(char[] buffer, int index, int count)
    {
        Write(buffer.AsSpan(index, count));
        return Task.CompletedTask;
    }

    public override Task WriteAsync(ReadOnlyMemory<char> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return Task.CompletedTask;
    }

    public override Task FlushAsync() => Task.CompletedTask;

    public void Advance(int count) => _length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        _ = Free(Math.Max(sizeHint, 1));
        return _buffer.AsMemory(_length);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => Free(Math.Max(sizeHint, 1));

    protected override void Dispose(bool disposing)
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        Clear();
        base.Dispose(disposing);
    }

    private void Encode(ReadOnlySpan<char> text)
    {
        Utf8.FromUtf16(text, Free(text.Length * BytesPerChar), out _, out var written);
        _length += written;
    }

    private Span<byte> Free(int wanted)
    {
        if (wanted > _buffer.Length - _length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_buffer.Length * 2, _length + wanted));
            Written.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }

        return _buffer.AsSpan(_length);
    }
}
