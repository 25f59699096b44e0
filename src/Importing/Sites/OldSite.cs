using System.Collections.Immutable;
using PolicyArchive.Findings;
using PolicyArchive.Importing.Sites.Bodies;

namespace PolicyArchive.Importing.Sites;

/// <summary>A site that another generator makes, as far as its sources say it.</summary>
internal sealed record OldSite
{
    public required string Generator { get; init; }

    public required SiteFolder Folder { get; init; }

    public required OldSettings Settings { get; init; }

    public ImmutableArray<OldText> Texts { get; init; } = [];

    public ImmutableArray<OldPerson> People { get; init; } = [];

    /// <summary>Files that the site serves as they are.</summary>
    public ImmutableArray<OldFile> Files { get; init; } = [];

    /// <summary>What the site says of a topic, by its name.</summary>
    public ImmutableDictionary<string, string> TopicDescriptions { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The lists of topics: the name of each as a text has it, and an address.</summary>
    public ImmutableArray<(string Topic, string Address)> TopicLists { get; init; } = [];

    /// <summary>Lists that have another address here, such as <c>/posts/</c>.</summary>
    public ImmutableArray<(string From, string To)> Lists { get; init; } = [];

    /// <summary>Puts in place of a body's signs what they show.</summary>
    public required Action<Conversion> Convert { get; init; }

    public ImmutableArray<Dropped> LeftOut { get; init; } = [];

    public ImmutableArray<Finding> Findings { get; init; } = [];
}
