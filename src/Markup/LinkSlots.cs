using System.Collections.Immutable;
using System.Globalization;
using Markdig.Syntax;
using PolicyArchive.Findings;

namespace PolicyArchive.Markup;

/// <summary>Collects the links of one article while it is rendered, and leaves a slot in the markup for each.</summary>
internal sealed class LinkSlots(Func<int, Place> placeAt, List<Finding> findings)
{
    private static readonly string[] Schemes = ["http", "https", "mailto", "tel", "xref"];

    private readonly ImmutableArray<Link>.Builder _links = ImmutableArray.CreateBuilder<Link>();

    /// <summary>Whether the markup will pass the sanitiser, which knows attributes and not slots.</summary>
    public bool IsSanitised { get; set; }

    public ImmutableArray<Link> Links => _links.ToImmutable();

    public void Warn(string code, SourceSpan span, string message, string hint) => findings.Add(Finding.Warning(code, placeAt(span.Start), message, hint));

    /// <summary>The slot to write inside the start tag; null, with a finding, when the target is none that may be linked.</summary>
    public string? Take(LinkKind kind, string? target, SourceSpan span)
    {
        var place = placeAt(Math.Max(0, span.Start));
        if (string.IsNullOrWhiteSpace(target))
        {
            findings.Add(Finding.Error("TEXT003", place, "the link leads nowhere", "write where it leads between the round brackets"));
            return null;
        }

        if (!IsAllowed(target))
        {
            findings.Add(Finding.Error("TEXT004", place, $"`{Shorten(target)}` is not a kind of address that may be linked", "use https, http, mailto, tel, or a file of the input folder"));
            return null;
        }

        var mark = Mark(_links.Count);
        _links.Add(new Link(kind, target, place));
        return !IsSanitised ? mark : kind == LinkKind.Picture ? $" src=\"{mark}\"" : $" href=\"{mark}\"";
    }

    internal static string Mark(int slot) => Html.SlotStart + slot.ToString(CultureInfo.InvariantCulture) + Html.SlotEnd;

    // Browsers drop tabs, line ends and leading control characters before they look for a scheme (WHATWG URL, 4.4).
    internal static bool IsAllowed(string target)
    {
        var bare = string.Concat(target.Where(c => !char.IsControl(c) && !char.IsWhiteSpace(c)));
        var end = bare.AsSpan().IndexOfAny('/', '?', '#');
        var colon = bare.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 || (end >= 0 && end < colon) || Schemes.Contains(bare[..colon], StringComparer.OrdinalIgnoreCase);
    }

    private static string Shorten(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
