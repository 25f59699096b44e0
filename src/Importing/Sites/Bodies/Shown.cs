using PolicyArchive.Importing.Blocks;

namespace PolicyArchive.Importing.Sites.Bodies;

/// <summary>What signs showed, as Markdown.</summary>
internal static class Shown
{
    public static string Picture(string source, string? alt, string? caption, string? link)
    {
        var picture = $"![{Escapes.Text(alt ?? caption ?? "", isInLink: true)}]({Addresses.Target(source)}{(caption is null ? "" : $" \"{Escapes.Text(caption, isInLink: true).Replace("\"", "\\\"", StringComparison.Ordinal)}\"")})";
        return link is null ? picture : $"[{picture}]({Addresses.Target(link)})";
    }

    /// <summary>A frame of another site is a link here.</summary>
    public static string Frame(string address) => $"<{address}>";

    public static string Code(string language, string code)
    {
        var fence = new string('`', Math.Max(3, Runs.Longest(code, '`') + 1));
        return $"{fence}{language}\n{code.Trim('\n')}\n{fence}";
    }

    /// <summary>The page of a film, a post or a listing that a sign showed in a frame; null for others.</summary>
    public static string? Framed(string name, SignArguments arguments)
    {
        var (first, second) = (arguments["id"] ?? arguments["slug"] ?? arguments[0], arguments[1]);
        if (first is null || first.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or '/' or '.' or ':' or '?' or '=')))
        {
            return null;
        }

        var isAddress = first.StartsWith("https://", StringComparison.Ordinal);
        return name.ToLowerInvariant() switch
        {
            "youtube" or "vimeo" or "gist" or "tweet" or "twitter" or "embed" when isAddress => first,
            "youtube" when first.Length == 11 => $"https://www.youtube.com/watch?v={first}",
            "vimeo" when first.All(char.IsAsciiDigit) => $"https://vimeo.com/{first}",
            "instagram" => $"https://www.instagram.com/p/{first}/",
            "gist" => second is null || second.Contains('.', StringComparison.Ordinal) ? $"https://gist.github.com/{first}" : first.Length >= 20 ? $"https://gist.github.com/{second}/{first}" : $"https://gist.github.com/{first}/{second}",
            "tweet" or "twitter" or "x" when arguments["user"] is { } user => $"https://twitter.com/{user}/status/{first}",
            "tweet" or "twitter" when first.All(char.IsAsciiDigit) => $"https://twitter.com/i/status/{first}",
            _ => null,
        };
    }
}
