using System.Collections.Immutable;
using System.Globalization;
using PolicyArchive.Findings;
using PolicyArchive.Naming;

namespace PolicyArchive.Markup;

/// <summary>
/// What is gathered about one piece while its markup is set: links, ids and findings. Places are asked for at the end.
/// </summary>
internal sealed class Galley(string markdown)
{
    /// <summary>
    /// Stands before every attribute value of our own while the markup passes the sanitiser: what begins with it was not
    /// written by a writer, since sources cannot hold it.
    /// </summary>
    public const char OwnMark = '\uFDD2';

    private readonly List<(LinkKind Kind, string Target, int Offset)> _links = [];
    private readonly List<(Severity Severity, string Code, int Offset, string Message, string Hint)> _findings = [];
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    public string Markdown => markdown;

    /// <summary>Every id of the markup, in order of being claimed.</summary>
    public List<string> Anchors { get; } = [];

    public int OffsetOf(int link) => _links[link].Offset;

    public void Error(string code, int offset, string message, string hint) => _findings.Add((Severity.Error, code, offset, message, hint));

    public void Warn(string code, int offset, string message, string hint) => _findings.Add((Severity.Warning, code, offset, message, hint));

    public bool Claim(string id)
    {
        if (!_taken.Add(id))
        {
            return false;
        }

        Anchors.Add(id);
        return true;
    }

    /// <summary>The number of the link's slot; null, with a finding, when the target is none that may be linked.</summary>
    public int? Take(LinkKind kind, string? target, int offset)
    {
        var trimmed = target?.Trim() ?? "";
        if (trimmed.Length == 0)
        {
            Error("TEXT003", offset, kind == LinkKind.Picture ? "the picture names no file" : "the link leads nowhere", "write the address between the round brackets");
            return null;
        }

        if (!LinkScheme.IsAllowed(trimmed))
        {
            var shown = string.Concat(trimmed.Take(60).Select(c => char.IsControl(c) ? ' ' : c)) + (trimmed.Length > 60 ? "…" : "");
            Error("TEXT004", offset, $"`{shown}` is not a kind of address that may be linked", "use https, http, mailto, tel, xref, or a file of the input folder");
            return null;
        }

        return Add(kind, trimmed, offset);
    }

    /// <summary>A link of our own making, to a part of the page.</summary>
    public int Add(LinkKind kind, string target, int offset)
    {
        _links.Add((kind, target, offset));
        return _links.Count - 1;
    }

    public static string Slot(int number) => string.Create(CultureInfo.InvariantCulture, $"{Html.SlotStart}{number}{Html.SlotEnd}");

    /// <param name="order">The links in order of appearance, or null when that is the order in which they were taken.</param>
    public (ImmutableArray<Link> Links, ImmutableArray<Finding> Findings) Close(Func<int, Place> placeAt, IReadOnlyList<int>? order)
    {
        Place At(int offset) => placeAt(Math.Clamp(offset, 0, markdown.Length));
        var links = ImmutableArray.CreateBuilder<Link>(_links.Count);
        for (var i = 0; i < (order?.Count ?? _links.Count); i++)
        {
            var (kind, target, offset) = _links[order?[i] ?? i];
            links.Add(new Link(kind, target, At(offset)));
        }

        return (links.ToImmutable(), [.. _findings.Select(f => new Finding(f.Severity, f.Code, At(f.Offset), f.Message, f.Hint))]);
    }
}
