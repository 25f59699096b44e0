namespace PolicyArchive.Tests.Browsing;

/// <summary>The rules of a <c>_headers</c> file: a path with stars, and below it the headers of whatever it meets.</summary>
internal sealed record HostHeaders(IReadOnlyList<(string Path, List<(string Name, string Value)> Headers)> Rules)
{
    public static HostHeaders Parse(string text)
    {
        var rules = new List<(string, List<(string, string)>)>();
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line[0] != ' ')
            {
                rules.Add((line, []));
                continue;
            }

            var colon = line.IndexOf(':', StringComparison.Ordinal);
            rules[^1].Item2.Add((line[..colon].Trim(), line[(colon + 1)..].Trim()));
        }

        return new HostHeaders(rules);
    }

    public IEnumerable<(string Name, string Value)> For(string path) => Rules.Where(rule => Matches(rule.Path, path)).SelectMany(rule => rule.Headers);

    private static bool Matches(string rule, string path)
    {
        var pieces = rule.Split('*');
        return pieces.Length == 1 ? rule == path
            : path.Length >= pieces.Sum(p => p.Length) && path.StartsWith(pieces[0], StringComparison.Ordinal) && path.EndsWith(pieces[^1], StringComparison.Ordinal);
    }
}
