using System.Text.RegularExpressions;
using PolicyArchive.Naming;

namespace PolicyArchive.Importing.Sites.Bodies;

/// <summary>What a body has no need of here: its own title, its standfirst, and the mark at which lists of other generators cut it.</summary>
internal static partial class MovedBody
{
    [GeneratedRegex(@"^[ \t]*<!--\s*(?:more|excerpt)\s*-->[ \t]*(?:\n|$)", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Cut { get; }

    [GeneratedRegex(@"^\s*(?:#[ \t]+(?<title>[^\n]+?)[ \t]*#*[ \t]*|(?<title>[^\n#][^\n]*)\n=+[ \t]*)(?:\n|$)")]
    private static partial Regex FirstHeading { get; }

    [GeneratedRegex(@"[*_`\\]")]
    private static partial Regex Marks { get; }

    /// <summary>The heading of the first level with which a body begins, or null.</summary>
    public static string? Heading(string body) => FirstHeading.Match(body) is { Success: true } match ? match.Groups["title"].Value.Trim().Trim('*', '_') : null;

    /// <param name="summary">The standfirst, which is shown above the body and need not begin it again.</param>
    public static string Tidy(string markdown, string title, string? summary)
    {
        var text = Cut.Replace(markdown, "");
        if (Heading(text) is { } heading && TextFold.Key(heading) == TextFold.Key(title))
        {
            text = FirstHeading.Replace(text, "", 1);
        }

        text = text.TrimStart('\n').TrimEnd();
        var first = text.IndexOf("\n\n", StringComparison.Ordinal) is var end and >= 0 ? text[..end] : "";
        if (summary is not null && first.Length > 0 && !first.Contains("](", StringComparison.Ordinal) && TextFold.Key(Marks.Replace(first, "")) == TextFold.Key(Marks.Replace(summary, "")))
        {
            text = text[first.Length..].TrimStart('\n');
        }

        return text.Length == 0 ? "" : text + "\n";
    }
}
