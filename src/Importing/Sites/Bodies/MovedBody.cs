using System.Text.RegularExpressions;
using PolicyArchive.Naming;

namespace PolicyArchive.Importing.Sites.Bodies;

/// <summary>What a body has no need of here: its own title, and the mark at which lists of other generators cut it.</summary>
internal static partial class MovedBody
{
    [GeneratedRegex(@"^[ \t]*<!--\s*(?:more|excerpt)\s*-->[ \t]*(?:\n|$)", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Cut { get; }

    [GeneratedRegex(@"^\s*(?:#[ \t]+(?<title>[^\n]+?)[ \t]*#*[ \t]*|(?<title>[^\n#][^\n]*)\n=+[ \t]*)(?:\n|$)")]
    private static partial Regex FirstHeading { get; }

    /// <summary>The heading of the first level with which a body begins, or null.</summary>
    public static string? Heading(string body) => FirstHeading.Match(body) is { Success: true } match ? match.Groups["title"].Value.Trim().Trim('*', '_') : null;

    public static string Tidy(string markdown, string title)
    {
        var text = Cut.Replace(markdown, "");
        if (Heading(text) is { } heading && TextFold.Key(heading) == TextFold.Key(title))
        {
            text = FirstHeading.Replace(text, "", 1);
        }

        text = text.TrimStart('\n').TrimEnd();
        return text.Length == 0 ? "" : text + "\n";
    }
}
