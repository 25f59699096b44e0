using PolicyArchive.Findings;

namespace PolicyArchive.Commands;

/// <summary>The options of all commands, as they were given.</summary>
public sealed record RunOptions
{
    public required string Input { get; init; }

    public required string Theme { get; init; }

    public required string Output { get; init; }

    public string? BaseUrl { get; init; }

    public bool Drafts { get; init; }

    /// <summary>Whether the addresses are recorded once they are published.</summary>
    public bool Record { get; init; }

    /// <summary>Whether a PDF file is made of each brief.</summary>
    public bool Pdf { get; init; }

    /// <summary>Where work is kept between runs; null where nothing is.</summary>
    public string? Cache { get; init; }

    public required DateOnly Now { get; init; }

    public ReportFormat Format { get; init; }

    public bool Strict { get; init; }

    public bool Quiet { get; init; }

    public bool Verbose { get; init; }

    /// <summary>Whether standard error is a terminal on which a progress bar may move.</summary>
    public bool IsDecorated { get; init; }
}
