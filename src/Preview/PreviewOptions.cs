namespace PolicyArchive.Preview;

/// <summary>What is previewed, and where.</summary>
public sealed record PreviewOptions
{
    public required string Input { get; init; }

    public required string Theme { get; init; }

    public required Reading.ReadingOptions Reading { get; init; }

    /// <summary>Of the loopback address; 0 for any that is free.</summary>
    public int Port { get; init; } = 5080;

    /// <summary>Warnings are shown as errors are.</summary>
    public bool Strict { get; init; }

    /// <summary>Asks the folders what has changed, where the system cannot tell of itself.</summary>
    public bool Polls { get; init; }
}
