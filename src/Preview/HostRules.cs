using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using PolicyArchive.Pages;

namespace PolicyArchive.Preview;

/// <summary>What the host does with the site, read from the very files that tell it: <c>_headers</c> and <c>_redirects</c>.</summary>
internal sealed class HostRules
{
    private readonly ImmutableArray<Rule> _rules;
    private readonly Dictionary<string, OldAddress> _old;

    private HostRules(ImmutableArray<Rule> rules, Dictionary<string, OldAddress> old) => (_rules, _old) = (rules, old);

    /// <summary>What <c>_redirects</c> says of an address.</summary>
    /// <param name="Target">Where it leads, or for one that is gone, the page that says so; escaped.</param>
    public sealed record OldAddress(string Target, int Status);

    private sealed record Rule(string Path, ImmutableArray<(string Name, string Value)> Headers)
    {
        public bool Meets(string path)
        {
            var star = Path.IndexOf('*', StringComparison.Ordinal);
            return star < 0
                ? Uri.UnescapeDataString(Path) == path
                : path.Length >= Path.Length - 1 && path.StartsWith(Path[..star], StringComparison.Ordinal) && path.EndsWith(Path[(star + 1)..], StringComparison.Ordinal);
        }
    }

    public static HostRules Of(ImmutableArray<RenderedFile> files)
    {
        var (headers, redirects) = (files.Single(f => f.Path == "_headers"), files.Single(f => f.Path == "_redirects"));
        var rules = ImmutableArray.CreateBuilder<Rule>();
        foreach (var line in Lines(headers))
        {
            if (line[0] != ' ')
            {
                rules.Add(new Rule(line, []));
            }
            else if (line.IndexOf(':', StringComparison.Ordinal) is var colon and > 0)
            {
                rules[^1] = rules[^1] with { Headers = rules[^1].Headers.Add((line[..colon].Trim(), line[(colon + 1)..].Trim())) };
            }
        }

        var old = new Dictionary<string, OldAddress>(StringComparer.Ordinal);
        foreach (var parts in Lines(redirects).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(parts => parts.Length == 3))
        {
            if (int.TryParse(parts[2].TrimEnd('!'), NumberStyles.None, CultureInfo.InvariantCulture, out var status))
            {
                old.TryAdd(Uri.UnescapeDataString(parts[0]), new OldAddress(parts[1], status));
            }
        }

        return new HostRules(rules.ToImmutable(), old);
    }

    /// <summary>The headers of what stands at a path, unescaped; of two with one name the later counts.</summary>
    public IEnumerable<(string Name, string Value)> Headers(string path) => _rules.Where(rule => rule.Meets(path)).SelectMany(rule => rule.Headers);

    /// <summary>What is said of an old address, with or without its closing slash.</summary>
    public OldAddress? Old(string path) => _old.GetValueOrDefault(path) ?? _old.GetValueOrDefault(path + "/");

    private static IEnumerable<string> Lines(RenderedFile file) =>
        Encoding.UTF8.GetString(file.Bytes.Span).Split('\n').Where(line => line.Trim().Length > 0 && line[0] != '#');
}
