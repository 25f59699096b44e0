using System.Buffers;

namespace PolicyArchive.Naming;

/// <summary>What is wrong with an address that leaves the site.</summary>
/// <param name="Code">That of the finding.</param>
/// <param name="What">What goes on after the address in a sentence.</param>
/// <param name="Hint">What to do.</param>
internal sealed record AddressFault(string Code, string What, string Hint);

/// <summary>What can be known to be wrong with an address that leaves the site, without asking the network.</summary>
internal static class OutwardAddress
{
    private static readonly SearchValues<char> InNoMail = SearchValues.Create(" \t<>\"\\^`{|}/");

    // RFC 3986 allows the second row in a name, but no name that DNS can hold has them (RFC 1123, 2.1).
    private static readonly SearchValues<char> InNoHost = SearchValues.Create(" \t<>\"\\^`{|}/" + "!$&'()*+,;=");

    private static readonly string[] OwnMachine = ["localhost", "127.0.0.1", "[::1]", "0.0.0.0"];

    private static readonly AddressFault NoMail = new("LINK008", "is not an e-mail address", "write e.g. `mailto:library@example.org`");

    private static readonly AddressFault NoTelephone = new("LINK008", "is not a telephone number", "write it with the country's code, as in `tel:+3225551234`");

    private static readonly AddressFault NoHost = new("LINK008", "is not a whole address", "write it with its host, as in `https://example.org/page`");

    private static readonly AddressFault ReadersOwn = new("LINK009", "leads to the reader's own machine", "write the address at which everyone finds it");

    /// <param name="address">One of the web, or a <c>mailto:</c> or <c>tel:</c> one.</param>
    public static AddressFault? Fault(string address)
    {
        var colon = address.IndexOf(':', StringComparison.Ordinal);
        var scheme = address.AsSpan(0, colon);
        var rest = address.AsSpan(colon + 1);
        if (scheme.Equals("mailto", StringComparison.OrdinalIgnoreCase))
        {
            return IsMail(rest) ? null : NoMail;
        }

        if (scheme.Equals("tel", StringComparison.OrdinalIgnoreCase))
        {
            return IsTelephone(rest) ? null : NoTelephone;
        }

        var host = Host(rest);
        if (host.IsEmpty || host.ContainsAny(InNoHost))
        {
            return NoHost;
        }

        foreach (var own in OwnMachine)
        {
            if (host.Equals(own, StringComparison.OrdinalIgnoreCase))
            {
                return ReadersOwn;
            }
        }

        return null;
    }

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
            if (at < 1 || at == address.Length - 1 || address.ContainsAny(InNoMail) || address[..at].Contains('@') || address[at + 1] == '.' || address[^1] == '.')
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
