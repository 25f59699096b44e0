using System.Collections.Immutable;

namespace PolicyArchive.Markup;

/// <summary>
/// Trusted markup in pieces: between piece i and piece i + 1 stands link i. Only this folder makes it.
/// </summary>
public sealed class Html
{
    // A noncharacter: reading refuses it in any source, so it can only come from our own renderer.
    internal const char SlotStart = '\uFDD0';
    internal const char SlotEnd = '\uFDD1';

    private readonly ImmutableArray<string> _pieces;

    private Html(ImmutableArray<string> pieces) => _pieces = pieces;

    public static Html Empty { get; } = new([""]);

    public bool IsEmpty => _pieces is [""];

    /// <summary>How many characters of markup there are besides the links.</summary>
    public int Length => _pieces.Sum(piece => piece.Length);

    /// <summary>Writes the markup with <paramref name="links"/> in its slots: the attribute text of each, encoded.</summary>
    public void WriteTo(TextWriter writer, Func<int, string> links)
    {
        writer.Write(_pieces[0]);
        for (var i = 1; i < _pieces.Length; i++)
        {
            writer.Write(links(i - 1));
            writer.Write(_pieces[i]);
        }
    }

    public string ToString(Func<int, string> links)
    {
        using var writer = new StringWriter(new System.Text.StringBuilder(Length + 1024));
        WriteTo(writer, links);
        return writer.ToString();
    }

    /// <summary>Splits rendered markup at its slots, which must number 0, 1, 2 … in order.</summary>
    internal static Html Split(string rendered)
    {
        var pieces = ImmutableArray.CreateBuilder<string>();
        var start = 0;
        for (var slot = rendered.IndexOf(SlotStart); slot >= 0; slot = rendered.IndexOf(SlotStart, start))
        {
            pieces.Add(rendered[start..slot]);
            start = rendered.IndexOf(SlotEnd, slot) + 1;
        }

        pieces.Add(rendered[start..]);
        return new Html(pieces.ToImmutable());
    }
}
