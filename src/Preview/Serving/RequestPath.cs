using System.Text;
using System.Text.Unicode;

namespace PolicyArchive.Preview.Serving;

/// <summary>The path of a request, unescaped once. It is only ever looked up among the planned addresses.</summary>
internal static class RequestPath
{
    /// <summary>Null for what no browser asks for: escapes of slashes, backslashes or control characters, and bytes that are no UTF-8.</summary>
    /// <param name="target">As it stood in the request line.</param>
    public static string? Of(string target)
    {
        var end = target.AsSpan().IndexOfAny('?', '#');
        var raw = end < 0 ? target : target[..end];
        if (raw.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
        {
            // RFC 9112, 3.2.2; the server has compared its host with that of the request.
            raw = raw.IndexOf('/', "http://".Length) is var slash and > 0 ? raw[slash..] : "/";
        }

        if (!raw.StartsWith('/'))
        {
            return null;
        }

        var bytes = new List<byte>(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            int value = raw[i];
            if (value > 0x7E)
            {
                return null;
            }

            if (value == '%')
            {
                if (i + 2 >= raw.Length || !char.IsAsciiHexDigit(raw[i + 1]) || !char.IsAsciiHexDigit(raw[i + 2]))
                {
                    return null;
                }

                value = Convert.FromHexString(raw.AsSpan(i + 1, 2))[0];
                i += 2;
                if (value == '/')
                {
                    return null;
                }
            }

            if (value is < 0x20 or 0x7F or '\\')
            {
                return null;
            }

            bytes.Add((byte)value);
        }

        var path = bytes.ToArray();
        return Utf8.IsValid(path) ? Encoding.UTF8.GetString(path) : null;
    }
}
