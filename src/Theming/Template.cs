using Fluid;
using PolicyArchive.Findings;

namespace PolicyArchive.Theming;

/// <summary>One template: as its file has it, and parsed.</summary>
/// <param name="Display">The file as findings name it.</param>
internal sealed record Template(string Display, string Text, IFluidTemplate Parsed)
{
    /// <summary>Where a name first stands inside a tag. Liquid's tree does not keep places, so the text is searched.</summary>
    /// <param name="isPrinted">Whether it is what an output tag prints.</param>
    public Place PlaceOf(string name, bool isPrinted = false)
    {
        var at = isPrinted ? Find(name, '{', isWhole: true) : -1;
        at = at >= 0 ? at : Find(name, null, isWhole: true);
        at = at >= 0 ? at : Find(name, null, isWhole: false);
        at = at >= 0 ? at : Find(name[(name.LastIndexOf('.') + 1)..], null, isWhole: false);
        return at >= 0 ? Place.At(Display, Text, at) : new Place(Display, 1, 1);
    }

    /// <param name="kind">The second character of the tag's opening, or null for any tag.</param>
    /// <param name="isWhole">Whether nothing may be asked of it: <c>page.brief</c> is not found in <c>page.brief.title</c>.</param>
    private int Find(string name, char? kind, bool isWhole)
    {
        for (var open = NextTag(0); open >= 0; open = NextTag(open + 2))
        {
            var close = Text.IndexOf(Text[open + 1] == '%' ? "%}" : "}}", open + 2, StringComparison.Ordinal);
            var end = close < 0 ? Text.Length : close;
            for (var at = Text.IndexOf(name, open, end - open, StringComparison.Ordinal); at >= 0; at = Text.IndexOf(name, at + 1, end - at - 1, StringComparison.Ordinal))
            {
                var after = at + name.Length;
                var isAsked = after < Text.Length && Text[after] == '.';
                if (Text[open + 1] == (kind ?? Text[open + 1]) && !IsNamePart(at - 1) && !IsNamePart(after) && !(isWhole && isAsked))
                {
                    return at;
                }
            }
        }

        return -1;
    }

    private int NextTag(int from)
    {
        for (var at = Text.IndexOf('{', from); at >= 0 && at + 1 < Text.Length; at = Text.IndexOf('{', at + 1))
        {
            if (Text[at + 1] is '{' or '%')
            {
                return at;
            }
        }

        return -1;
    }

    private bool IsNamePart(int at) => at >= 0 && at < Text.Length && (char.IsLetterOrDigit(Text[at]) || Text[at] is '_' or '-');
}
