using System.Globalization;
using System.Text;
using PolicyArchive.Naming;

namespace PolicyArchive.Importing.Sites;

/// <summary>Addresses as generators make them of names and titles.</summary>
internal static class OldAddresses
{
    /// <summary>One form for all ways in which an address can be written: no <c>index.html</c>, no closing slash, no <c>.html</c>.</summary>
    public static string Key(string address)
    {
        var path = TextFold.Compose(Unescaped(address.Split('?', '#')[0]));
        path = path.EndsWith("/index.html", StringComparison.OrdinalIgnoreCase) ? path[..^"index.html".Length] : path.EndsWith(".html", StringComparison.OrdinalIgnoreCase) ? path[..^".html".Length] : path;
        return "/" + path.Trim('/').ToLowerInvariant();
    }

    public static string Unescaped(string address) => address.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(address) : address;

    /// <summary>A path with its <c>.</c> and <c>..</c> taken out; null where it leaves the site.</summary>
    public static string? Join(string folder, string relative)
    {
        var steps = new List<string>();
        foreach (var step in (relative.StartsWith('/') ? relative : $"{folder}/{relative}").Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == ".." && steps.Count == 0)
            {
                return null;
            }

            if (step == "..")
            {
                steps.RemoveAt(steps.Count - 1);
            }
            else if (step != ".")
            {
                steps.Add(step);
            }
        }

        return string.Join('/', steps);
    }

    public static string FolderOf(string path) => path.LastIndexOf('/') is var slash and >= 0 ? path[..slash] : "";

    /// <summary>A name without its folder and ending.</summary>
    public static string StemOf(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return name.LastIndexOf('.') is var dot and > 0 ? name[..dot] : name;
    }

    /// <summary>Letters, digits and a few signs; each run of white space is one hyphen (Hugo's <c>paths.Sanitize</c>).</summary>
    public static string Hugo(string text, bool isLower = true)
    {
        var result = new StringBuilder(text.Length);
        var (isGap, wasHyphen) = (false, false);
        foreach (var rune in TextFold.Compose(text).EnumerateRunes())
        {
            var isKept = Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark || rune.Value is '.' or '/' or '\\' or '_' or '#' or '+' or '~' or '-' or '@';
            if (isKept)
            {
                wasHyphen = rune.Value == '-';
                result.Append(isGap && !wasHyphen ? "-" : "").Append(rune.ToString());
                isGap = false;
            }
            else if (result.Length > 0 && !wasHyphen && Rune.IsWhiteSpace(rune))
            {
                isGap = true;
            }
        }

        return isLower ? result.ToString().ToLowerInvariant() : result.ToString();
    }

    /// <summary>Every run of other signs is one hyphen (Jekyll's <c>slugify</c>, Statiq's and most filters of that name).</summary>
    /// <param name="kept">Signs that stay too.</param>
    public static string Slugified(string text, string kept = "", bool isLower = true)
    {
        var result = new StringBuilder(text.Length);
        foreach (var rune in TextFold.Compose(text).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark || (rune.IsAscii && kept.Contains((char)rune.Value, StringComparison.Ordinal)))
            {
                result.Append(rune.ToString());
            }
            else if (result.Length > 0 && result[^1] != '-')
            {
                result.Append('-');
            }
        }

        var slug = result.ToString().Trim('-');
        return isLower ? slug.ToLowerInvariant() : slug;
    }
}
