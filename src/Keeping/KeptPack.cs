using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.IO.Hashing;
using PolicyArchive.Findings;

namespace PolicyArchive.Keeping;

/// <summary>
/// Many small pieces of work kept between runs in one file, by their prints. It is read whole when it is opened. New pieces
/// are put behind the others; when less than half of it is still of use, it is written anew. A piece that is damaged is as one
/// that was never kept, and so is what two runs spoil that write at once. Safe to use from many threads.
/// </summary>
public sealed class KeptPack
{
    // "PAPK", and the version of the form below: raised whenever that changes.
    private const ulong Magic = 0x0001_4B50_4150UL;

    private const int HeadLength = sizeof(ulong);

    // Print, length, checksum.
    private const int PieceHeadLength = 16 + sizeof(int) + sizeof(ulong);

    private readonly string _path;
    private readonly byte[] _bytes;
    private readonly Dictionary<UInt128, (int Start, int Length)> _pieces = [];
    private readonly Lock _lock = new();
    private readonly Dictionary<UInt128, ImmutableArray<ReadOnlyMemory<byte>>> _added = [];
    private readonly HashSet<UInt128> _used = [];

    // Up to here the file is whole.
    private readonly int _end;

    private KeptPack(string path, byte[] bytes)
    {
        (_path, _bytes) = (path, bytes);
        if (bytes.Length < HeadLength || BinaryPrimitives.ReadUInt64LittleEndian(bytes) != Magic)
        {
            return;
        }

        _end = HeadLength;
        while (bytes.Length - _end >= PieceHeadLength)
        {
            var head = bytes.AsSpan(_end, PieceHeadLength);
            var length = BinaryPrimitives.ReadInt32LittleEndian(head[16..]);
            if (length < 0 || length > bytes.Length - _end - PieceHeadLength)
            {
                break;
            }

            _pieces[BinaryPrimitives.ReadUInt128LittleEndian(head)] = (_end + PieceHeadLength, length);
            _end += PieceHeadLength + length;
        }
    }

    /// <summary>What is kept for one folder, in a file of its own that its path names; empty where there is none, or none that can be read.</summary>
    /// <param name="cache">The folder of all packs of its kind.</param>
    /// <param name="owner">The folder for which it is kept.</param>
    public static KeptPack Open(string cache, string owner)
    {
        var path = Path.Join(cache, new PrintHash().With(Path.GetFullPath(owner)).Value().ToString("x32", CultureInfo.InvariantCulture));
        try
        {
            if (!File.Exists(path))
            {
                return new KeptPack(path, []);
            }

            // What is used is marked as such, so that it is not taken for forgotten.
            File.SetLastWriteTimeUtc(path, DateTime.UtcNow);
            return new KeptPack(path, File.ReadAllBytes(path));
        }
        catch (Exception e) when (MachineFailure.Is(e))
        {
            return new KeptPack(path, []);
        }
    }

    /// <summary>What was kept under a print, or null.</summary>
    public ReadOnlyMemory<byte>? Find(UInt128 print)
    {
        if (!_pieces.TryGetValue(print, out var piece) || SumOf(print, [_bytes.AsMemory(piece.Start, piece.Length)]) != BinaryPrimitives.ReadUInt64LittleEndian(_bytes.AsSpan(piece.Start - sizeof(ulong))))
        {
            return null;
        }

        lock (_lock)
        {
            _used.Add(print);
        }

        return _bytes.AsMemory(piece.Start, piece.Length);
    }

    /// <summary>Takes a piece to be kept by <see cref="Save"/>.</summary>
    /// <param name="parts">The piece, which must not change until then; it is found in one.</param>
    public void Add(UInt128 print, params ImmutableArray<ReadOnlyMemory<byte>> parts)
    {
        lock (_lock)
        {
            _added[print] = parts;
        }
    }

    /// <summary>Writes what was added, and lets go of it. What cannot be written is not kept.</summary>
    /// <param name="most">In bytes: a larger file keeps only what this run has used, and none of it when that is larger too.</param>
    public void Save(long most = int.MaxValue / 2)
    {
        if (_added.Count == 0)
        {
            return;
        }

        try
        {
            var added = _added.Values.Sum(parts => (long)parts.Sum(part => part.Length) + PieceHeadLength);
            var used = _used.Sum(print => (long)_pieces[print].Length + PieceHeadLength);
            if (_end > 0 && used * 2 >= _end && _end + added <= most)
            {
                Append();
            }
            else if (HeadLength + used + added <= most)
            {
                Replace();
            }
        }
        catch (Exception e) when (MachineFailure.Is(e))
        {
            // The next run makes them again.
        }

        _added.Clear();
    }

    private void Append()
    {
        using var file = new FileStream(_path, FileMode.Open, FileAccess.Write, FileShare.None, 1 << 20);

        // Another run has written meanwhile.
        if (file.Length != _bytes.Length)
        {
            return;
        }

        file.SetLength(_end);
        file.Seek(0, SeekOrigin.End);
        WriteAdded(file);
    }

    private void Replace()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        var unfinished = $"{_path}.{Environment.ProcessId}";
        try
        {
            using (var file = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20))
            {
                Span<byte> head = stackalloc byte[HeadLength];
                BinaryPrimitives.WriteUInt64LittleEndian(head, Magic);
                file.Write(head);
                foreach (var print in _used)
                {
                    var (start, length) = _pieces[print];
                    file.Write(_bytes.AsSpan(start - PieceHeadLength, PieceHeadLength + length));
                }

                WriteAdded(file);
            }

            File.Move(unfinished, _path, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private void WriteAdded(FileStream file)
    {
        Span<byte> head = stackalloc byte[PieceHeadLength];
        foreach (var (print, parts) in _added)
        {
            BinaryPrimitives.WriteUInt128LittleEndian(head, print);
            BinaryPrimitives.WriteInt32LittleEndian(head[16..], parts.Sum(part => part.Length));
            BinaryPrimitives.WriteUInt64LittleEndian(head[20..], SumOf(print, parts));
            file.Write(head);
            foreach (var part in parts)
            {
                file.Write(part.Span);
            }
        }
    }

    private static ulong SumOf(UInt128 print, ImmutableArray<ReadOnlyMemory<byte>> parts)
    {
        var sum = new XxHash3(unchecked((long)(ulong)print));
        foreach (var part in parts)
        {
            sum.Append(part.Span);
        }

        return sum.GetCurrentHashAsUInt64();
    }
}
