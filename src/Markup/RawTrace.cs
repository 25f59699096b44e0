using System.Text;

namespace PolicyArchive.Markup;

/// <param name="Start">Where a piece of raw HTML stands in the output, in bytes; in a <see cref="RawTrace"/>, in characters.</param>
/// <param name="Offset">Where it stands in the source.</param>
internal readonly record struct RawSpan(int Start, int Offset, int Length);

/// <summary>A rendered text, and where each piece of raw HTML in it comes from.</summary>
internal sealed class RawTrace
{
    private readonly List<RawSpan> _spans;

    private RawTrace(string html, List<RawSpan> spans) => (Html, _spans) = (html, spans);

    public string Html { get; }

    public static RawTrace Of(ReadOnlySpan<byte> rendered, IReadOnlyList<RawSpan> spans)
    {
        var result = new List<RawSpan>(spans.Count);
        var (bytes, chars) = (0, 0);
        foreach (var span in spans)
        {
            chars += Encoding.UTF8.GetCharCount(rendered[bytes..span.Start]);
            bytes = span.Start;
            result.Add(span with { Start = chars });
        }

        return new RawTrace(Encoding.UTF8.GetString(rendered), result);
    }

    /// <summary>Where a character of the output stands in the source; -1 when a renderer of ours wrote it.</summary>
    public int OffsetOf(int position)
    {
        var (low, high) = (0, _spans.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _spans[middle].Start <= position ? (middle + 1, high) : (low, middle);
        }

        return low > 0 && position - _spans[low - 1].Start is var within && within < _spans[low - 1].Length ? _spans[low - 1].Offset + within : -1;
    }
}
