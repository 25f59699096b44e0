using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace PolicyArchive.Tests;

/// <summary>HTML as a tree: what is compared is what a browser makes of it, not how it was written.</summary>
internal static partial class Dom
{
    public static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    public static void Same(string expected, string actual) => Assert.Equal(Outline(expected), Outline(actual));

    /// <summary>One line a node, attributes by name, so that equal trees are equal texts.</summary>
    public static string Outline(string html)
    {
        var document = html.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase) ? Parse(html) : Parse("<!doctype html><body>" + html);
        var result = new StringBuilder();
        foreach (var node in html.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase) ? document.ChildNodes : document.Body!.ChildNodes)
        {
            Write(node, 0, result);
        }

        return result.ToString();
    }

    private static void Write(INode node, int depth, StringBuilder result)
    {
        switch (node)
        {
            case IElement element:
                var attributes = element.Attributes.OrderBy(a => a.Name, StringComparer.Ordinal).Select(a => $" {a.Name}=\"{a.Value}\"");
                Line($"<{element.LocalName}{string.Concat(attributes)}>", depth, result);
                foreach (var child in element.ChildNodes)
                {
                    Write(child, depth + 1, result);
                }

                break;
            case IText text when text.ParentElement?.Closest("pre") is not null:
                Line(text.Data.ReplaceLineEndings("⏎"), depth, result);
                break;

            // Blocks are set apart by line ends, words by spaces.
            case IText text when !(string.IsNullOrWhiteSpace(text.Data) && text.Data.Contains('\n', StringComparison.Ordinal)):
                Line($"“{Spaces.Replace(LineEnds.Replace(text.Data, ""), " ")}”", depth, result);
                break;
            case IComment comment:
                Line($"<!--{comment.Data}-->", depth, result);
                break;
        }
    }

    private static void Line(string text, int depth, StringBuilder result) => result.Append(' ', depth * 2).Append(text).Append('\n');

    [GeneratedRegex(@"^\s*\n\s*|\s*\n\s*$")]
    private static partial Regex LineEnds { get; }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces { get; }
}
