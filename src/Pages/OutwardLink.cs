using System.Buffers;
using PolicyArchive.Findings;
using PolicyArchive.Markup;

namespace PolicyArchive.Pages;

/// <summary>What can be known to be wrong with a link that leaves the site, without asking the network.</summary>
internal static class OutwardLink
{
    private static readonly SearchValues<char> InNoHost = SearchValues.Create(" \t<>\"\\^`{|}/");

    private static readonly string[] OwnMachine = ["localhost", "127.0.0.1", "[::1]", "0.0.0.0"];

    public static Finding? Fault(Link link, string address)
    {
        var colon = address.IndexOf(':', StringComparison.Ordinal);
        var scheme = address.AsSpan(0, colon);
        var rest = address.AsSpan(colon + 1);
        if (scheme.Equals("mailto", StringComparison.OrdinalIgnoreCase))
        {
            return IsMail(rest) ? null : Fault(link, "is not an e-mail address", "write e.g. `mailto:library@example.org`");
        }

        if (scheme.Equals("tel", StringComparison.OrdinalIgnoreCase))
        {
            return IsTelephone(rest) ? null : Fault(link, "is not a telephone number", "write it with the country's code, as in `tel:+3225551234`");
        }

        var host = Host(rest);
        if (host.IsEmpty || host.ContainsAny(InNoHost))
        {
            return Fault(link, "is not a whole address", "write it with its host, as in `https://example.org/page`");
        }

        foreach (var own in OwnMachine)
        {
            if (host.Equals(own, StringComparison.OrdinalIgnoreCase))
            {
                return Finding.Error("LINK009", link.Place, $"`{link.Target}` leads to the reader's own machine", "write the address at which everyone finds it");
            }
        }

        return null;
    }

    private static Finding Fault(Link link, string what, string hint) => Finding.Error("LINK008", link.Place, $"`{link.Target}` {what}", hint);

    // RFC 3986, 3.2: after the two slashes, without who asks and without the port.
    private static ReadOnlySpan<char> Host(ReadOnlySpan<char> rest)
    {
        if (!rest.StartsWith("//"))
        {
            return [];
        }

        rest = rest[2..];
        var end = rest.IndexOfAny("/?#");
        rest = end < 0 ? rest : rest[..end];
        rest = rest[(rest.LastIndexOf('@') + 1)..];
        var port = rest.LastIndexOf(':');
        return port >= 0 && !rest.EndsWith("]") ? rest[..port] : rest;
    }

    // RFC 6068: some addresses with commas between, or none and only what the letter says.
    private static bool IsMail(ReadOnlySpan<char> rest)
    {
        var query = rest.IndexOf('?');
        var to = query < 0 ? rest : rest[..query];
        if (to.IsEmpty)
        {
            return query >= 0;
        }

        foreach (var one in to.Split(','))
        {
            var address = to[one];
            var at = address.LastIndexOf('@');
            if (at < 1 || at == address.Length - 1 || address.ContainsAny(InNoHost) || address[..at].Contains('@') || address[at + 1] == '.' || address[^1] == '.')
            {
                return false;
            }
        }

        return true;
    }

    // RFC 3966: signs between the digits mean nothing.
    private static bool IsTelephone(ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOf(';');
        var number = end < 0 ? rest : rest[..end];
        var digits = 0;
        foreach (var c in number)
        {
            if (!char.IsAsciiDigit(c) && c is not ('+' or '-' or '.' or '(' or ')' or '*' or '#' or ' '))
            {
                return false;
            }

            digits += char.IsAsciiDigit(c) ? 1 : 0;
        }

        return digits > 1;
    }
}
