using System.Text;
using System.Text.RegularExpressions;

namespace PolicyArchive.Importing.Texts;

/// <summary>Lines that a typewriter's margin broke, joined again; a word that was divided there only when that is sure.</summary>
internal sealed partial class WrappedLines
{
    private readonly HashSet<string> _words;
    private readonly HashSet<string> _hyphened;

    [GeneratedRegex(@"(?<![\w-])[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*(?![\w-])")]
    private static partial Regex Word { get; }

    [GeneratedRegex(@"(?<head>[\p{L}\p{M}-]*[\p{Ll}])-$")]
    private static partial Regex Divided { get; }

    [GeneratedRegex(@"^[\p{Ll}][\p{L}\p{M}]*")]
    private static partial Regex Rest { get; }

    public WrappedLines(string text)
    {
        var words = text.Split('\n').SelectMany(line => Word.Matches(line.EndsWith('-') ? line[..(line.LastIndexOf(' ') + 1)] : line)).Select(m => m.Value).ToList();
        _words = words.ToHashSet(StringComparer.OrdinalIgnoreCase);
        _hyphened = words.Where(w => w.Contains('-', StringComparison.Ordinal)).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Words whose hyphen was left, since it may be their own.</summary>
    public List<string> Unsure { get; } = [];

    public string Join(IEnumerable<string> lines)
    {
        var result = new StringBuilder();
        foreach (var line in lines.Select(l => l.Trim()))
        {
            if (result.Length == 0)
            {
                result.Append(line);
                continue;
            }

            var before = result.ToString(Math.Max(0, result.Length - 60), Math.Min(60, result.Length));
            if (Divided.Match(before) is { Success: true } head && Rest.Match(line) is { Success: true } rest)
            {
                AppendDivided(result, head.Groups["head"].Value, rest.Value, line);
            }
            else
            {
                result.Append(IsWithoutSpaces(before, line) ? "" : " ").Append(line);
            }
        }

        return result.ToString();
    }

    private void AppendDivided(StringBuilder result, string head, string rest, string line)
    {
        var isOwn = _hyphened.Contains($"{head}-{rest}");
        if (!isOwn && _words.Contains(head + rest))
        {
            result.Length--;
        }
        else if (!isOwn)
        {
            Unsure.Add($"{head}-{rest}");
        }

        result.Append(line);
    }

    // Chinese and Japanese have no spaces between words.
    private static bool IsWithoutSpaces(string before, string line) =>
        before.Length > 0 && line.Length > 0 && before[^1] is >= '\u2E80' and <= '\uFFEF' and not (>= '\uAC00' and <= '\uD7AF') && line[0] is >= '\u2E80' and <= '\uFFEF' and not (>= '\uAC00' and <= '\uD7AF');
}
