using System.Collections.Immutable;
using PolicyArchive.Findings;
using PolicyArchive.Importing.Sites.Heads;
using PolicyArchive.Reading;

namespace PolicyArchive.Importing.Sites;

/// <summary>A text of the old site, its head understood and its body as it stands.</summary>
internal sealed record OldText
{
    /// <summary>Its path is that below the old site.</summary>
    public required SourceFile File { get; init; }

    public required string Sha256 { get; init; }

    public required HeadKeys Head { get; init; }

    public required int BodyStart { get; init; }

    public required Claims Claims { get; init; }

    /// <summary>Where it stood, its own address first, from the site's root.</summary>
    public ImmutableArray<string> Addresses { get; init; } = [];

    /// <summary>A name by which links find it (Statiq).</summary>
    public string? CrossReference { get; init; }

    public ImmutableArray<Finding> Findings { get; init; } = [];

    public ImmutableArray<string> Remarks { get; init; } = [];

    public string Path => File.RelativePath;

    public bool IsHtml => Path.EndsWith(".html", StringComparison.OrdinalIgnoreCase) || Path.EndsWith(".htm", StringComparison.OrdinalIgnoreCase);
}

/// <summary>A person whom the old site knows, with the addresses of the person's list.</summary>
internal sealed record OldPerson(string Id, string Name)
{
    public string? Affiliation { get; init; }

    public string? Url { get; init; }

    public string? Orcid { get; init; }

    public string? Bio { get; init; }

    public ImmutableArray<string> Addresses { get; init; } = [];
}

/// <param name="Path">Below the old site.</param>
/// <param name="Address">At which the old site serves it.</param>
internal sealed record OldFile(string Path, string Address);

/// <summary>What the old site says of itself.</summary>
/// <param name="BaseUrl">Whole, or null.</param>
internal sealed record OldSettings(string? Title, string? Description, string? BaseUrl, string? Language);
