using System.Buffers;
using PolicyArchive.Sharing.Type;

namespace PolicyArchive.Sharing.Drawing;

/// <summary>
/// How much of each pixel of a strip is covered by shapes: exact areas, summed up from the edges of the shapes. Only basic
/// operations of IEEE 754, in a fixed order, so that every machine comes to the same result.
/// </summary>
internal sealed class Coverage : IDisposable
{
    private readonly int _width;
    private readonly int _height;

    // The change of the covered area from the pixel to the left, for each pixel; two more at the end of each row.
    private readonly float[] _changes;
    private int _top = int.MaxValue;
    private int _bottom;

    /// <param name="width">In pixels.</param>
    /// <param name="height">In pixels.</param>
    public Coverage(int width, int height)
    {
        (_width, _height) = (width, height);
        _changes = ArrayPool<float>.Shared.Rent((width + 2) * height);
        _changes.AsSpan(0, (width + 2) * height).Clear();
    }

    /// <param name="x">Of the outline's origin, in pixels from the left.</param>
    /// <param name="y">Of the outline's origin, in pixels from the top.</param>
    /// <param name="size">Of an em, in pixels.</param>
    public void Add(Outline outline, float x, float y, float size)
    {
        var points = outline.Points;
        var (atX, atY) = (0f, 0f);
        var next = 0;
        float X(int i) => x + points[i] * size;
        float Y(int i) => y - points[i] * size;
        foreach (var verb in outline.Verbs)
        {
            switch (verb)
            {
                case 'M':
                    break;
                case 'L':
                    Edge(atX, atY, X(next), Y(next + 1));
                    break;
                case 'Q':
                    Quadratic(atX, atY, X(next), Y(next + 1), X(next + 2), Y(next + 3));
                    next += 2;
                    break;
                default:
                    Cubic(atX, atY, X(next), Y(next + 1), X(next + 2), Y(next + 3), X(next + 4), Y(next + 5));
                    next += 4;
                    break;
            }

            (atX, atY) = (X(next), Y(next + 1));
            next += 2;
        }
    }

    /// <summary>Each run of pixels that are covered alike: its row, its first pixel, its length, and the share of each of its pixels, from 0 to 1.</summary>
    public void ForEachRun(Action<int, int, int, float> act)
    {
        for (var y = _top; y < _bottom; y++)
        {
            var changes = Row(y)[.._width];
            var sum = 0f;
            for (var x = 0; x < _width;)
            {
                sum += changes[x];
                var next = changes[(x + 1)..].IndexOfAnyExcept(0f) is var gap and >= 0 ? x + 1 + gap : _width;
                act(y, x, next - x, MathF.Min(MathF.Abs(sum), 1f));
                x = next;
            }
        }
    }

    public void Dispose() => ArrayPool<float>.Shared.Return(_changes);

    private Span<float> Row(int y) => _changes.AsSpan(y * (_width + 2), _width + 2);

    private void Quadratic(float x0, float y0, float cx, float cy, float x1, float y1)
    {
        var steps = Steps(MathF.Abs(x0 - 2 * cx + x1) + MathF.Abs(y0 - 2 * cy + y1));
        var (lastX, lastY) = (x0, y0);
        for (var i = 1; i <= steps; i++)
        {
            var t = (float)i / steps;
            var s = 1 - t;
            var (x, y) = (s * s * x0 + 2 * s * t * cx + t * t * x1, s * s * y0 + 2 * s * t * cy + t * t * y1);
            Edge(lastX, lastY, x, y);
            (lastX, lastY) = (x, y);
        }
    }

    private void Cubic(float x0, float y0, float ax, float ay, float bx, float by, float x1, float y1)
    {
        var bend = MathF.Abs(x0 - 2 * ax + bx) + MathF.Abs(y0 - 2 * ay + by) + MathF.Abs(ax - 2 * bx + x1) + MathF.Abs(ay - 2 * by + y1);
        var steps = Steps(2 * bend);
        var (lastX, lastY) = (x0, y0);
        for (var i = 1; i <= steps; i++)
        {
            var t = (float)i / steps;
            var s = 1 - t;
            var (x, y) = (s * s * s * x0 + 3 * s * s * t * ax + 3 * s * t * t * bx + t * t * t * x1, s * s * s * y0 + 3 * s * s * t * ay + 3 * s * t * t * by + t * t * t * y1);
            Edge(lastX, lastY, x, y);
            (lastX, lastY) = (x, y);
        }
    }

    // Straight pieces that stay within a tenth of a pixel of the curve.
    private static int Steps(float bend) => Math.Clamp((int)MathF.Ceiling(MathF.Sqrt(bend * 1.25f)), 1, 64);

    private void Edge(float x0, float y0, float x1, float y1)
    {
        if (y0 == y1)
        {
            return;
        }

        var (sign, topX, topY, endX, endY) = y0 < y1 ? (1f, x0, y0, x1, y1) : (-1f, x1, y1, x0, y0);
        var slope = (endX - topX) / (endY - topY);
        var first = Math.Max(0, (int)MathF.Floor(topY));
        var end = Math.Min(_height, (int)MathF.Ceiling(endY));
        if (first >= end)
        {
            return;
        }

        (_top, _bottom) = (Math.Min(_top, first), Math.Max(_bottom, end));
        for (var y = first; y < end; y++)
        {
            var (from, to) = (MathF.Max(topY, y), MathF.Min(endY, y + 1));
            var (left, right) = (Within(topX + (from - topY) * slope), Within(topX + (to - topY) * slope));
            Cross(Row(y), MathF.Min(left, right), MathF.Max(left, right), sign * (to - from));
        }
    }

    // What lies beyond an end of the strip is covered from that end on.
    private float Within(float x) => Math.Clamp(x, 0, _width);

    // An edge that comes down through one row of pixels, from left to right, by a part of its height.
    private static void Cross(Span<float> changes, float left, float right, float height)
    {
        var (first, last) = ((int)left, (int)right);
        if (first == last)
        {
            var share = (left + right) / 2 - first;
            changes[first] += height * (1 - share);
            changes[first + 1] += height * share;
            return;
        }

        // Of each pixel, the area to the right of the edge, less what the pixels before it had.
        var perPixel = height / (right - left);
        var covered = 0f;
        var crossed = 0f;
        for (var x = first; x <= last; x++)
        {
            var (from, to) = (MathF.Max(left, x), MathF.Min(right, x + 1));
            var down = perPixel * (to - from);
            var area = crossed + down * (x + 1 - (from + to) / 2);
            changes[x] += area - covered;
            (covered, crossed) = (area, crossed + down);
        }

        changes[last + 1] += height - covered;
    }
}
