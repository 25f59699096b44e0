using System.Collections.Immutable;
using PolicyArchive.Findings;
using PolicyArchive.Markup;
using PolicyArchive.Naming;

namespace PolicyArchive.Briefs;

/// <summary>Everything that the writers' folder holds, read and judged file by file, not yet brought together.</summary>
public sealed record Manuscripts
{
    public required Settings Settings { get; init; }

    public ImmutableArray<Brief> Briefs { get; init; } = [];

    public ImmutableArray<Prose> Prose { get; init; } = [];

    public ImmutableArray<Person> People { get; init; } = [];

    /// <summary>The topics, regions and series that are listed in their files.</summary>
    public ImmutableArray<Term> Terms { get; init; } = [];

    /// <summary>The taxonomies in which an unlisted name is an error.</summary>
    public ImmutableArray<Taxonomy> Closed { get; init; } = [];

    /// <summary>Markdown files so faulty that nothing could be made of them, below the input folder.</summary>
    public ImmutableArray<string> Unread { get; init; } = [];

    /// <summary>The slugs that those files would have by their names.</summary>
    public ImmutableArray<Slug> UnreadSlugs { get; init; } = [];

    /// <summary>Addresses once published, as the lines of the ledger say them.</summary>
    public ImmutableArray<Mention> Ledger { get; init; } = [];

    public ImmutableArray<Retirement> Retired { get; init; } = [];

    /// <summary>All other files, to be copied as they are.</summary>
    public ImmutableArray<InputFile> Files { get; init; } = [];
}

/// <summary>A page that is no brief: about, contact.</summary>
public sealed record Prose
{
    public required SiteUrl Url { get; init; }

    public required string Title { get; init; }

    public required string SourcePath { get; init; }

    public required Place Place { get; init; }

    public string? Description { get; init; }

    public string? Language { get; init; }

    public required Article Body { get; init; }

    public ImmutableArray<Mention> RedirectFrom { get; init; } = [];

    public bool Draft { get; init; }
}

/// <summary>An address that nothing stands at any more, on purpose.</summary>
/// <param name="Reason">What readers are told.</param>
public sealed record Retirement(Mention Address, string Reason);

/// <summary>A file that is copied as it is.</summary>
/// <param name="RelativePath">Below the input folder, with forward slashes.</param>
/// <param name="FullPath">On disk.</param>
/// <param name="Changed">When it was last written to, as of the reading.</param>
/// <param name="Width">In pixels, of a picture whose head says so; else 0.</param>
/// <param name="Place">As findings name it.</param>
/// <param name="Fault">What is wrong with a picture, as far as its bytes tell.</param>
public sealed record InputFile(string RelativePath, string FullPath, Place Place, long Length, DateTime Changed, int Width = 0, int Height = 0, PictureFault Fault = PictureFault.None);

public enum PictureFault
{
    None,

    /// <summary>Its first bytes are not those of its kind.</summary>
    OtherKind,

    /// <summary>It ends before its end.</summary>
    CutShort,

    /// <summary>A drawing with code in it, which runs when the file is opened by itself.</summary>
    HoldsCode,
}
