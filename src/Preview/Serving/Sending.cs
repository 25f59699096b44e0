using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace PolicyArchive.Preview.Serving;

/// <summary>Writes answers: whole, or the part that is asked for; without a body to a HEAD request.</summary>
internal static class Sending
{
    public static void Redirect(HttpContext context, string target)
    {
        context.Response.StatusCode = StatusCodes.Status301MovedPermanently;
        context.Response.Headers.Location = target;
        context.Response.ContentLength = 0;
    }

    public static Task RefuseAsync(HttpContext context, int status, string text) => SendAsync(context, status, MediaTypes.Of(".txt"), Encoding.UTF8.GetBytes(text));

    public static Task SendAsync(HttpContext context, int status, string type, ReadOnlyMemory<byte> bytes) =>
        status == StatusCodes.Status200OK ? SendPartAsync(context, type, bytes) : SendWholeAsync(context, status, type, bytes);

    private static Task SendPartAsync(HttpContext context, string type, ReadOnlyMemory<byte> bytes)
    {
        var range = Begin(context, type, bytes.Length);
        return WriteAsync(context, bytes.Slice((int)range.From, (int)range.Length));
    }

    private static Task SendWholeAsync(HttpContext context, int status, string type, ReadOnlyMemory<byte> bytes)
    {
        (context.Response.StatusCode, context.Response.ContentType, context.Response.ContentLength) = (status, type, bytes.Length);
        return WriteAsync(context, bytes);
    }

    private static async Task WriteAsync(HttpContext context, ReadOnlyMemory<byte> bytes)
    {
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
        }
    }

    private static ByteRange Begin(HttpContext context, string type, long length)
    {
        var range = ByteRange.Of(context.Request, length);
        var response = context.Response;
        (response.StatusCode, response.ContentType, response.ContentLength, response.Headers.AcceptRanges) = (range.Status, type, range.Length, "bytes");
        response.Headers.ContentRange = range.Status switch
        {
            StatusCodes.Status206PartialContent => $"bytes {range.From}-{range.From + range.Length - 1}/{length}",
            StatusCodes.Status416RangeNotSatisfiable => $"bytes */{length}",
            _ => default(StringValues),
        };
        return range;
    }

    public static async Task SendFileAsync(HttpContext context, string type, string source)
    {
        using var file = File.OpenHandle(source, options: FileOptions.Asynchronous);
        var range = Begin(context, type, RandomAccess.GetLength(file));
        var buffer = new byte[64 * 1024];
        for (long at = 0; at < range.Length && !HttpMethods.IsHead(context.Request.Method);)
        {
            var read = await RandomAccess.ReadAsync(file, buffer.AsMemory(0, (int)Math.Min(buffer.Length, range.Length - at)), range.From + at, context.RequestAborted);
            if (read == 0)
            {
                throw new IOException($"{source} has become shorter while it was sent");
            }

            await context.Response.Body.WriteAsync(buffer.AsMemory(0, read), context.RequestAborted);
            at += read;
        }
    }
}
