using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace PolicyArchive.Searching.Index;

/// <summary>
/// What the index needs to know of some consecutive briefs, and can be kept for as long as they do not change: how long their
/// fields are, where the parts of their texts begin, and then the stems of their words, each with its forms and its run.
/// </summary>
internal sealed class Batch
{
    /// <summary>Few enough that a step from one to another is a byte, and that all threads end together.</summary>
    public const int Briefs = 128;

    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly int _stems;

    /// <param name="first">The number of its first brief.</param>
    /// <param name="bytes">From <see cref="BatchWriter"/>.</param>
    public Batch(int first, ReadOnlyMemory<byte> bytes)
    {
        (First, _bytes) = (first, bytes);
        var at = 0;
        Shapes = new BriefShape[Next()];
        PartStarts = new int[Shapes.Length][];
        for (var brief = 0; brief < Shapes.Length; brief++)
        {
            Shapes[brief] = new BriefShape(Next(), Next(), Next(), Next());
            PartStarts[brief] = new int[Shapes[brief].Parts];
            for (var (part, last) = (0, 0); part < PartStarts[brief].Length; part++)
            {
                PartStarts[brief][part] = last += Next();
            }
        }

        _stems = at;
        int Next() => ByteList.ReadNumber(Bytes, ref at);
    }

    public int First { get; }

    public ReadOnlySpan<byte> Bytes => _bytes.Span;

    public BriefShape[] Shapes { get; }

    /// <summary>By brief: where each part of its text begins, in bytes.</summary>
    public int[][] PartStarts { get; }

    public StemReader Stems => new(Bytes, _stems);

    /// <param name="partStarts">Of all briefs, one after the other.</param>
    public static void WriteBriefs(List<BriefShape> shapes, List<int> partStarts, ByteList to)
    {
        to.Number(shapes.Count);
        var part = 0;
        foreach (var shape in shapes)
        {
            to.Number(shape.Title);
            to.Number(shape.Head);
            to.Number(shape.Body);
            to.Number(shape.BodyStart);
            var last = 0;
            foreach (var start in CollectionsMarshal.AsSpan(partStarts).Slice(part, shape.Parts))
            {
                to.Number(start - last);
                last = start;
            }

            part += shape.Parts;
        }
    }
}
