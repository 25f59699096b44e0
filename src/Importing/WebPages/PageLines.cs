using AngleSharp.Dom;

namespace PolicyArchive.Importing.WebPages;

/// <summary>In which line of its file an element begins.</summary>
/// <param name="first">The line of the file in which the text begins.</param>
internal sealed class PageLines(bool isKnown, int first = 1)
{
    public int Of(IElement element) => isKnown && element.SourceReference is { } reference && reference.Position.Line > 0 ? reference.Position.Line + first - 1 : 0;
}
