using System.Buffers;
using PolicyArchive.Sharing.Type;

namespace PolicyArchive.Sharing.Drawing;

internal enum Ink { Text, Quiet, Accent, Line }

/// <summary>
/// A picture of a few inks on paper. Each pixel is a number of a palette: for each ink, the steps from the paper to it. Where
/// two inks meet, the later covers the earlier.
/// </summary>
internal sealed class Sheet : IDisposable
{
    /// <summary>So many shades of an ink look smooth; more only make the file larger.</summary>
    public const int Steps = 15;

    private readonly byte[] _rows;

    /// <param name="width">In pixels.</param>
    /// <param name="height">In pixels.</param>
    public Sheet(int width, int height)
    {
        (Width, Height) = (width, height);
        _rows = ArrayPool<byte>.Shared.Rent((width + 1) * height);
        _rows.AsSpan(0, (width + 1) * height).Clear();
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>The pixels row by row, a zero before each: so a PNG says that a row is not filtered.</summary>
    public ReadOnlySpan<byte> Rows => _rows.AsSpan(0, (Width + 1) * Height);

    /// <summary>The colours by their numbers: the paper, then the shades of each ink.</summary>
    public static Colour[] Palette(Inks inks) =>
    [
        inks.Paper,
        .. ((ReadOnlySpan<Colour>)[inks.Text, inks.Quiet, inks.Accent, inks.Line]).ToArray().SelectMany(ink => Enumerable.Range(1, Steps).Select(step => inks.Paper.Toward(ink, step, Steps))),
    ];

    public void Fill(int x, int y, int wide, int high, Ink ink)
    {
        for (var row = y; row < y + high; row++)
        {
            Run(row, x, wide).Fill(Shade(ink, Steps));
        }
    }

    /// <param name="x">Of the line's left end, in pixels.</param>
    /// <param name="baseline">In pixels from the top.</param>
    /// <param name="size">Of an em, in pixels.</param>
    public void Write(TextLine line, float x, float baseline, float size, Ink ink)
    {
        // Room for what the tallest letters and lowest marks of any script need.
        var top = Math.Max(0, (int)(baseline - size * 1.6f));
        var bottom = Math.Min(Height, (int)(baseline + size));
        using var coverage = new Coverage(Width, bottom - top);
        foreach (var glyph in line.Glyphs)
        {
            coverage.Add(glyph.Face.OutlineOf(glyph.Glyph), x + glyph.X * size, baseline - top - glyph.Y * size, size);
        }

        coverage.ForEachRun((y, at, length, share) =>
        {
            if ((int)(share * Steps + 0.5f) is > 0 and var step)
            {
                Run(top + y, at, length).Fill(Shade(ink, step));
            }
        });
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(_rows);

    private Span<byte> Run(int y, int x, int length) => _rows.AsSpan(y * (Width + 1) + 1 + x, length);

    private static byte Shade(Ink ink, int step) => (byte)((int)ink * Steps + step);
}
