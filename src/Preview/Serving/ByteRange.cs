using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace PolicyArchive.Preview.Serving;

/// <summary>The part of a file that is asked for (RFC 9110, 14): one range is given, of several the whole file.</summary>
internal readonly record struct ByteRange(int Status, long From, long Length)
{
    public static ByteRange Of(HttpRequest request, long length)
    {
        // What If-Range could name is never sent, so a request that has it wants the whole file.
        if (!HttpMethods.IsGet(request.Method)
            || request.Headers.IfRange.Count > 0
            || !RangeHeaderValue.TryParse(request.Headers.Range.ToString(), out var asked)
            || asked is not { Unit.Value: "bytes", Ranges: { Count: 1 } ranges })
        {
            return new ByteRange(StatusCodes.Status200OK, 0, length);
        }

        var range = ranges.Single();
        var (from, to) = range.From is { } first
            ? (first, Math.Min(range.To ?? length - 1, length - 1))
            : (Math.Max(0, length - range.To!.Value), length - 1);
        return from > to ? new ByteRange(StatusCodes.Status416RangeNotSatisfiable, 0, 0) : new ByteRange(StatusCodes.Status206PartialContent, from, to - from + 1);
    }
}
