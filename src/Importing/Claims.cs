using System.Collections.Immutable;

namespace PolicyArchive.Importing;

/// <summary>Something a source says of itself, and where it says so.</summary>
/// <param name="From">As the report names it: <c>JSON-LD datePublished</c>, <c>line 3</c>.</param>
public sealed record Claim(string Text, string From);

/// <summary>What the metadata of a source says. Nothing here is guessed.</summary>
public sealed record Claims
{
    public Claim? Title { get; init; }

    public ImmutableArray<Claim> Authors { get; init; } = [];

    /// <summary>Names to take where the text itself names no one: who made the file may not have written the piece.</summary>
    public ImmutableArray<Claim> FallbackAuthors { get; init; } = [];

    /// <summary>As the source writes it; judged when the piece is arranged.</summary>
    public Claim? Published { get; init; }

    public Claim? Updated { get; init; }

    public ImmutableArray<Claim> Topics { get; init; } = [];

    public Claim? Summary { get; init; }

    public Claim? Language { get; init; }

    public Claim? Doi { get; init; }

    public Claim? Licence { get; init; }

    /// <summary>The last part of the address it had.</summary>
    public Claim? Slug { get; init; }

    public ImmutableArray<string> RedirectFrom { get; init; } = [];

    /// <summary>A picture beside the brief that stands for it.</summary>
    public (string File, string Alt)? Image { get; init; }

    public Claim? Series { get; init; }

    public ImmutableArray<Claim> Regions { get; init; } = [];

    /// <summary>The slug of the text that this one translates.</summary>
    public string? TranslationOf { get; init; }

    /// <summary>Whether it is a page of the site, not a piece of the archive.</summary>
    public bool IsPage { get; init; }

    /// <summary>Where a page stands below <c>pages/</c>, without its ending; null where its title decides.</summary>
    public string? PagePath { get; init; }

    /// <summary>Whether the source says that it is published, so that the draft need not say otherwise.</summary>
    public bool IsPublished { get; init; }
}
