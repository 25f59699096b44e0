using System.Collections.Immutable;
using System.Runtime.InteropServices;
using PolicyArchive.Findings;

namespace PolicyArchive.Markup;

/// <summary>A finished article and what was found in it, as bytes of this very program: to be kept between runs, not to be exchanged.</summary>
public static class ArticleBytes
{
    /// <returns>Two parts, of which the second is the article's own markup.</returns>
    public static ImmutableArray<ReadOnlyMemory<byte>> Write(Article article, ImmutableArray<Finding> findings)
    {
        using var stream = new MemoryStream((article.Terms.Length * 8) + 2048);
        using var writer = new BinaryWriter(stream);
        writer.Write(article.Lead);
        writer.Write(article.Words);
        Write(writer, article.Headings, heading =>
        {
            writer.Write(heading.Level);
            writer.Write(heading.Id);
            writer.Write(heading.Text);
        });
        Write(writer, article.Links, link =>
        {
            writer.Write((byte)link.Kind);
            writer.Write(link.Target);
            Write(writer, link.Place);
        });
        Write(writer, article.Anchors, writer.Write);
        Write(writer, findings, finding =>
        {
            writer.Write((byte)finding.Severity);
            writer.Write(finding.Code);
            Write(writer, finding.Place);
            writer.Write(finding.Message);
            writer.Write(finding.Hint);
        });
        WriteAll(writer, article.Terms.AsSpan());
        WriteAll(writer, article.Html.Slots.AsSpan());
        writer.Flush();
        return [stream.ToArray(), article.Html.Memory];
    }

    /// <param name="bytes">Both parts in one; the markup stays in them.</param>
    /// <param name="file">In which the places lie.</param>
    public static (Article Article, ImmutableArray<Finding> Findings) Read(ReadOnlyMemory<byte> bytes, string file)
    {
        MemoryMarshal.TryGetArray(bytes, out var segment);
        using var stream = new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false);
        using var reader = new BinaryReader(stream);
        var (lead, words) = (reader.ReadString(), reader.ReadInt32());
        var headings = Read(reader, () => new Heading(reader.ReadInt32(), reader.ReadString(), reader.ReadString()));
        var links = Read(reader, () => new Link((LinkKind)reader.ReadByte(), reader.ReadString(), ReadPlace(reader, file)));
        var anchors = Read(reader, reader.ReadString);
        var findings = Read(reader, () => new Finding((Severity)reader.ReadByte(), reader.ReadString(), ReadPlace(reader, file), reader.ReadString(), reader.ReadString()));
        var terms = ReadAll<TermCount>(reader);
        var slots = ReadAll<int>(reader);
        return (new Article(new Html(bytes[(int)stream.Position..], slots), headings, links, anchors, lead, words, terms), findings);
    }

    private static void Write<T>(BinaryWriter writer, ImmutableArray<T> items, Action<T> write)
    {
        writer.Write(items.Length);
        foreach (var item in items)
        {
            write(item);
        }
    }

    // All places of an article lie in its own file, which may be called by another name in the next run.
    private static void Write(BinaryWriter writer, Place place)
    {
        writer.Write(place.Line);
        writer.Write(place.Column);
    }

    private static void WriteAll<T>(BinaryWriter writer, ReadOnlySpan<T> items)
        where T : unmanaged
    {
        writer.Write(items.Length);
        writer.Write(MemoryMarshal.AsBytes(items));
    }

    private static ImmutableArray<T> Read<T>(BinaryReader reader, Func<T> read)
    {
        var items = new T[reader.ReadInt32()];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = read();
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(items);
    }

    private static Place ReadPlace(BinaryReader reader, string file) => new(file, reader.ReadInt32(), reader.ReadInt32());

    private static ImmutableArray<T> ReadAll<T>(BinaryReader reader)
        where T : unmanaged
    {
        var items = new T[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(items.AsSpan()));
        return ImmutableCollectionsMarshal.AsImmutableArray(items);
    }
}
