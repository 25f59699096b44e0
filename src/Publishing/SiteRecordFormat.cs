using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace PolicyArchive.Publishing;

/// <summary>A record as bytes: a line that names the format, the record, and a hash of both.</summary>
internal static class SiteRecordFormat
{
    private const int StampLength = 8 + 8 + 4 + 8;

    // To be another one whenever anything below changes.
    private static ReadOnlySpan<byte> Head => "policy-archive published 2\n"u8;

    public static ReadOnlyMemory<byte> Write(SiteRecord record)
    {
        var bytes = new ArrayBufferWriter<byte>(1 << 16);
        bytes.Write(Head);
        Write(bytes, record.Mark);
        Write(bytes, record.Taken);
        Write(bytes, record.Folders.Count);
        foreach (var (path, folder) in record.Folders)
        {
            Write(bytes, path);
            Write(bytes, folder.Stamp);
            Write(bytes, (long)folder.Names);
        }

        Write(bytes, record.Units.Count);
        foreach (var (name, unit) in record.Units)
        {
            Write(bytes, name);
            BinaryPrimitives.WriteUInt128LittleEndian(bytes.GetSpan(16), unit.Print);
            bytes.Advance(16);
            Write(bytes, unit.Folder);
            Write(bytes, unit.Files);
        }

        Write(bytes, record.Loose.Values.ToArray());
        bytes.Write(SHA256.HashData(bytes.WrittenSpan));
        return bytes.WrittenMemory;
    }

    /// <summary>Null where it is of another format, or not whole.</summary>
    public static SiteRecord? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Head.Length + FileSum.Length || !bytes.StartsWith(Head) || !SHA256.HashData(bytes[..^FileSum.Length]).AsSpan().SequenceEqual(bytes[^FileSum.Length..]))
        {
            return null;
        }

        var rest = bytes[Head.Length..^FileSum.Length];
        var (mark, taken) = (ReadStamp(ref rest), ReadLong(ref rest));
        var count = ReadInt(ref rest);
        var folders = new Dictionary<string, FolderRecord>(count, StringComparer.Ordinal);
        for (; count > 0; count--)
        {
            folders.Add(ReadText(ref rest), new FolderRecord(ReadStamp(ref rest), (ulong)ReadLong(ref rest)));
        }

        count = ReadInt(ref rest);
        var units = new Dictionary<string, UnitRecord>(count, StringComparer.Ordinal);
        for (; count > 0; count--)
        {
            units.Add(ReadText(ref rest), new UnitRecord(BinaryPrimitives.ReadUInt128LittleEndian(Take(ref rest, 16)), ReadText(ref rest), ReadFiles(ref rest)));
        }

        var loose = ReadFiles(ref rest).ToDictionary(file => file.Path, StringComparer.Ordinal);
        return new SiteRecord { Mark = mark, Taken = taken, Folders = folders, Units = units, Loose = loose };
    }

    private static void Write(ArrayBufferWriter<byte> bytes, FileRecord[] files)
    {
        Write(bytes, files.Length);
        foreach (var file in files)
        {
            Write(bytes, file.Path);
            Write(bytes, file.Stamp);
            file.Sum.Write(bytes.GetSpan(FileSum.Length));
            bytes.Advance(FileSum.Length);
        }
    }

    private static void Write(ArrayBufferWriter<byte> bytes, FileStamp stamp)
    {
        var span = bytes.GetSpan(StampLength);
        BinaryPrimitives.WriteInt64LittleEndian(span, stamp.Length);
        BinaryPrimitives.WriteInt64LittleEndian(span[8..], stamp.Time);
        BinaryPrimitives.WriteInt32LittleEndian(span[16..], stamp.Mode);
        BinaryPrimitives.WriteUInt64LittleEndian(span[20..], stamp.Node);
        bytes.Advance(StampLength);
    }

    private static void Write(ArrayBufferWriter<byte> bytes, string text)
    {
        var span = bytes.GetSpan(sizeof(int) + Encoding.UTF8.GetMaxByteCount(text.Length));
        var length = Encoding.UTF8.GetBytes(text, span[sizeof(int)..]);
        BinaryPrimitives.WriteInt32LittleEndian(span, length);
        bytes.Advance(sizeof(int) + length);
    }

    private static void Write(ArrayBufferWriter<byte> bytes, int number)
    {
        BinaryPrimitives.WriteInt32LittleEndian(bytes.GetSpan(sizeof(int)), number);
        bytes.Advance(sizeof(int));
    }

    private static void Write(ArrayBufferWriter<byte> bytes, long number)
    {
        BinaryPrimitives.WriteInt64LittleEndian(bytes.GetSpan(sizeof(long)), number);
        bytes.Advance(sizeof(long));
    }

    private static FileRecord[] ReadFiles(ref ReadOnlySpan<byte> rest)
    {
        var files = new FileRecord[ReadInt(ref rest)];
        for (var file = 0; file < files.Length; file++)
        {
            files[file] = new FileRecord(ReadText(ref rest), ReadStamp(ref rest), FileSum.Read(Take(ref rest, FileSum.Length)));
        }

        return files;
    }

    private static FileStamp ReadStamp(ref ReadOnlySpan<byte> rest)
    {
        var bytes = Take(ref rest, StampLength);
        return new FileStamp(
            BinaryPrimitives.ReadInt64LittleEndian(bytes),
            BinaryPrimitives.ReadInt64LittleEndian(bytes[8..]),
            BinaryPrimitives.ReadInt32LittleEndian(bytes[16..]),
            BinaryPrimitives.ReadUInt64LittleEndian(bytes[20..]));
    }

    private static string ReadText(ref ReadOnlySpan<byte> rest) => Encoding.UTF8.GetString(Take(ref rest, ReadInt(ref rest)));

    private static int ReadInt(ref ReadOnlySpan<byte> rest) => BinaryPrimitives.ReadInt32LittleEndian(Take(ref rest, sizeof(int)));

    private static long ReadLong(ref ReadOnlySpan<byte> rest) => BinaryPrimitives.ReadInt64LittleEndian(Take(ref rest, sizeof(long)));

    private static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> rest, int length)
    {
        var taken = rest[..length];
        rest = rest[length..];
        return taken;
    }
}
