using System.Collections.Immutable;
using PolicyArchive.Findings;

namespace PolicyArchive.Markup;

/// <summary>What the Markdown of one piece became. Its links are slots until the site is planned.</summary>
/// <param name="Html">Safe markup with a slot for each entry of <paramref name="Links"/>, in order of appearance.</param>
/// <param name="Headings">Headings in order, for a table of contents.</param>
/// <param name="Anchors">Every id in the markup, so that a link's fragment can be checked.</param>
/// <param name="Lead">Plain text of the first paragraph, at most 300 characters.</param>
/// <param name="Words">How many words the text has.</param>
/// <param name="Terms">Hashes of its words with how often each occurs; what relatedness is computed from.</param>
public sealed record Article(
    Html Html,
    ImmutableArray<Heading> Headings,
    ImmutableArray<Link> Links,
    ImmutableArray<string> Anchors,
    string Lead,
    int Words,
    ImmutableArray<TermCount> Terms)
{
    public static Article Empty { get; } = new(Html.Empty, [], [], [], "", 0, []);
}

/// <param name="Level">2 to 6.</param>
/// <param name="Id">The id in the page.</param>
/// <param name="Text">Plain text.</param>
public sealed record Heading(int Level, string Id, string Text);

public enum LinkKind { Page, Picture }

/// <summary>A link or picture as its author wrote it; the plan decides where it leads.</summary>
public sealed record Link(LinkKind Kind, string Target, Place Place);

/// <param name="Hash">FNV-1a of the lower-cased word.</param>
public readonly record struct TermCount(uint Hash, int Count);
