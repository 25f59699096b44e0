using System.Text;
using PolicyArchive.Naming;

namespace PolicyArchive.Importing.Blocks;

/// <summary>Addresses as Markdown writes them.</summary>
internal static class Addresses
{
    public static bool IsElsewhere(string address) => address.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || address.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    /// <summary>What a link of an imported text may lead to: the web, a mailbox, a telephone, a brief.</summary>
    public static bool IsKept(string address) => address.StartsWith("xref:", StringComparison.Ordinal)
        || ((IsElsewhere(address) || IsMailbox(address) || IsTelephone(address)) && LinkScheme.IsAllowed(address) && OutwardAddress.Fault(address) is null);

    public static bool IsMailbox(string address) => address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase);

    public static bool IsTelephone(string address) => address.StartsWith("tel:", StringComparison.OrdinalIgnoreCase);

    public static string LastName(string address)
    {
        var path = address.Split('?', '#')[0].TrimEnd('/');
        return path[(path.LastIndexOf('/') + 1)..];
    }

    /// <summary>The part between the brackets of a link.</summary>
    public static string Target(string address)
    {
        var result = new StringBuilder(address.Length);
        foreach (var c in address.Trim())
        {
            _ = c switch
            {
                <= ' ' => result.Append(c == ' ' ? "%20" : ""),
                '<' => result.Append("%3C"),
                '>' => result.Append("%3E"),
                '\\' => result.Append("%5C"),
                '|' => result.Append("%7C"),
                '*' => result.Append("%2A"),
                '&' => result.Append("&amp;"),
                _ => result.Append(c),
            };
        }

        return result.ToString() is var text && text.AsSpan().IndexOfAny('(', ')') >= 0 ? $"<{text}>" : text;
    }
}
