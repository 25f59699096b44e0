using System.Collections.Immutable;
using System.Text;

namespace PolicyArchive.Markup;

/// <summary>Trusted markup as UTF-8, with a slot for each link. Only this folder makes it.</summary>
public sealed class Html
{
    // Noncharacters: reading refuses them in any source, so they can only come from our own renderer.
    internal const char SlotStart = '\uFDD0';
    internal const char SlotEnd = '\uFDD1';

    private readonly ReadOnlyMemory<byte> _utf8;

    // Where in the markup link i stands.
    private readonly ImmutableArray<int> _slots;

    internal Html(ReadOnlyMemory<byte> utf8, ImmutableArray<int> slots) => (_utf8, _slots) = (utf8, slots);

    public static Html Empty { get; } = new(default, []);

    public bool IsEmpty => _utf8.Length == 0;

    /// <summary>The markup without its links, for readers of its text.</summary>
    public ReadOnlySpan<byte> Utf8 => _utf8.Span;

    internal ReadOnlyMemory<byte> Memory => _utf8;

    /// <summary>Where in the markup each link stands.</summary>
    internal ImmutableArray<int> Slots => _slots;

    /// <summary>How many bytes of markup there are besides the links.</summary>
    public int Length => _utf8.Length;

    /// <summary>Writes the markup with <paramref name="links"/> in its slots: the attribute text of each, encoded.</summary>
    public void WriteTo(MarkupWriter writer, Func<int, string> links)
    {
        var utf8 = _utf8.Span;
        var start = 0;
        for (var i = 0; i < _slots.Length; i++)
        {
            writer.Write(utf8[start.._slots[i]]);
            writer.Write(links(i));
            start = _slots[i];
        }

        writer.Write(utf8[start..]);
    }

    public string ToString(Func<int, string> links)
    {
        using var writer = new MarkupWriter(Length + 1024);
        WriteTo(writer, links);
        return Encoding.UTF8.GetString(writer.Written);
    }

    /// <summary>Takes the slots' marks out of rendered markup; they must number 0, 1, 2 … in order.</summary>
    internal static Html OfMarked(string rendered)
    {
        using var writer = new MarkupWriter(rendered.Length + 256);
        var slots = ImmutableArray.CreateBuilder<int>();
        var start = 0;
        for (var slot = rendered.IndexOf(SlotStart); slot >= 0; slot = rendered.IndexOf(SlotStart, start))
        {
            writer.Write(rendered.AsSpan(start, slot - start));
            slots.Add(writer.Length);
            start = rendered.IndexOf(SlotEnd, slot) + 1;
        }

        writer.Write(rendered.AsSpan(start));
        return new Html(writer.ToArray(), slots.ToImmutable());
    }
}
