using System.Collections.Immutable;
using PolicyArchive.Findings;
using PolicyArchive.Reading;

namespace PolicyArchive.Importing.Sites.Generators;

/// <summary>Whether the old site showed a text.</summary>
internal static class States
{
    /// <param name="held">Why it did not, or null.</param>
    public static ImmutableArray<Finding> Findings(string? held, SourceFile file) =>
        held is null ? [] : [Finding.Warning("IMPORT018", file.Head, $"the piece was not published there: {held}", "ask whether it may be published before you remove `draft`")];
}
