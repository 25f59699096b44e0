namespace PolicyArchive.Naming;

/// <summary>Which addresses may be linked: http, https, mailto, tel, xref and relative ones.</summary>
internal static class LinkScheme
{
    private static readonly string[] Allowed = ["http", "https", "mailto", "tel", "xref"];

    /// <summary>Whether an address names its host.</summary>
    public static bool IsElsewhere(string? target) =>
        target?.Trim() is { } address && (address.StartsWith("//", StringComparison.Ordinal)
            || address.StartsWith("http:", StringComparison.OrdinalIgnoreCase) || address.StartsWith("https:", StringComparison.OrdinalIgnoreCase));

    // Browsers drop tabs and line ends anywhere, and control characters and spaces at the head, before they look for a
    // scheme (WHATWG URL, 4.4). An address with any other invisible character is nobody's honest address.
    public static bool IsAllowed(ReadOnlySpan<char> target)
    {
        foreach (var c in target)
        {
            if (char.IsControl(c) || c is >= '\uFDD0' and <= '\uFDEF' or >= '\u200B' and <= '\u200F' or >= '\u202A' and <= '\u202E' or '\uFEFF' or '\uFFFD')
            {
                return false;
            }
        }

        var trimmed = target.Trim();
        var end = trimmed.IndexOfAny(":/?#");
        if (end < 0 || trimmed[end] != ':')
        {
            return true;
        }

        var scheme = trimmed[..end];
        foreach (var allowed in Allowed)
        {
            if (scheme.Equals(allowed, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
