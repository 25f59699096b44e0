namespace PolicyArchive.Preview.Watching;

/// <summary>Word that something may have changed.</summary>
internal abstract record Change
{
    private Change()
    {
    }

    /// <param name="Path">Below the input folder, with forward slashes.</param>
    public sealed record OfInput(string Path) : Change;

    public sealed record OfTheme : Change;

    /// <summary>Anything in the input folder may be different: it was replaced, or the system lost count.</summary>
    public sealed record OfAnything : Change;
}
