using System.Buffers;
using System.Collections.Frozen;

namespace PolicyArchive.Markup;

/// <summary>
/// How deep raw elements stand in each other at most, and how many tags there are: known before a tree of them is
/// built, since building one of ten thousand open elements takes time by the square.
/// </summary>
internal sealed class RawHtmlNesting
{
    public const int Deepest = 200;
    public const int MostTags = 20_000;
    private const int LongestTag = 20_000;

    // Without an end tag by nature, or closed by the next of their kind wherever they can stand (HTML, 13.1.2.4).
    private static readonly FrozenSet<string> NotCounted = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
        "p", "td", "th", "tr", "tbody", "thead", "tfoot", "colgroup");

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n\f/>");

    private readonly Dictionary<string, int> _open = new(StringComparer.OrdinalIgnoreCase);
    private string _openItem = "";
    private int _depth;
    private int _tags;
    private bool _isTooMuch;

    public bool IsBearable => !_isTooMuch;

    public void Add(string html)
    {
        var open = _open.GetAlternateLookup<ReadOnlySpan<char>>();
        var notCounted = NotCounted.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var at = html.IndexOf('<'); at >= 0 && !_isTooMuch; at = html.IndexOf('<', at + 1))
        {
            var tag = html.AsSpan(at + 1);
            var isEnd = tag.StartsWith("/");
            tag = isEnd ? tag[1..] : tag;
            if (tag.IsEmpty || !char.IsAsciiLetter(tag[0]))
            {
                continue;
            }

            var length = tag.IndexOfAny(NameEnds);
            var name = tag[..Math.Min(length < 0 ? tag.Length : length, 100)];
            var end = tag[..Math.Min(tag.Length, LongestTag + 1)].IndexOf('>');
            _tags++;
            if (!notCounted.Contains(name) && !IsImplied(name, isEnd))
            {
                open.TryGetValue(name, out var count);
                var change = !isEnd ? 1 : count > 0 ? -1 : 0;
                open[name] = count + change;
                _depth += change;
            }

            _isTooMuch = _tags > MostTags || _depth > Deepest || (end < 0 && tag.Length > LongestTag);
        }
    }

    // An item of a list is closed by the next item or the end of its list; but one within an item of another kind is not.
    private bool IsImplied(ReadOnlySpan<char> name, bool isEnd)
    {
        var item = name.Equals("li", StringComparison.OrdinalIgnoreCase) ? "li"
            : name.Equals("dt", StringComparison.OrdinalIgnoreCase) || name.Equals("dd", StringComparison.OrdinalIgnoreCase) ? "dd" : "";
        if (item.Length > 0)
        {
            var before = _openItem;
            _openItem = isEnd ? "" : item;
            _depth -= isEnd && before == item ? 1 : 0;
            _depth += !isEnd && before != item ? 1 : 0;
            return true;
        }

        if (name.Equals("ul", StringComparison.OrdinalIgnoreCase) || name.Equals("ol", StringComparison.OrdinalIgnoreCase) || name.Equals("dl", StringComparison.OrdinalIgnoreCase))
        {
            _depth -= isEnd && _openItem.Length > 0 ? 1 : 0;
            _openItem = "";
        }

        return false;
    }
}
