using PolicyArchive.Findings;

namespace PolicyArchive.Tests.Importing;

/// <summary>
/// Each file of tests/imports that is not itself Markdown, beside the drafts and the warnings that it is expected to become.
/// Set APPROVE to write what came out, and read it.
/// </summary>
public sealed class Fixtures
{
    private static readonly string Folder = Path.Combine(SmallSite.Repository, "tests", "imports");

    public static TheoryData<string> All => [.. Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".md", StringComparison.Ordinal) && !f.Contains("_files/", StringComparison.Ordinal) && !f.Contains("/sites/", StringComparison.Ordinal) && !f.Contains("/word/", StringComparison.Ordinal)).Select(f => Path.GetRelativePath(Folder, f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(All))]
    public void A_source_becomes_the_draft_that_someone_has_read(string path)
    {
        using var desk = new Desk();
        var source = Path.Combine(Folder, path);
        desk.With(Path.GetFileName(path), File.ReadAllBytes(source));
        var companion = Path.ChangeExtension(source, null) + "_files";
        foreach (var file in Directory.Exists(companion) ? Directory.EnumerateFiles(companion) : [])
        {
            desk.With($"{Path.GetFileName(companion)}/{Path.GetFileName(file)}", File.ReadAllBytes(file));
        }

        desk.Import(Path.GetFileName(path));
        var warnings = desk.Findings.Select(f => $"{f.Code}({f.Place.Line}) {f.Message}\n").Order(StringComparer.Ordinal);
        var all = string.Concat(desk.Drafts.Select(d => $"=== {d}\n{Desk.Bare(desk.Text(d))}")) + "=== findings\n" + string.Concat(warnings).Replace(desk.Site.Folder, "", StringComparison.Ordinal);
        var expected = source + ".md";
        if (Environment.GetEnvironmentVariable("APPROVE") is not null)
        {
            File.WriteAllText(expected, all);
        }

        Assert.Equal(File.ReadAllText(expected), all);
        Assert.DoesNotContain(desk.BuildFindings(), f => f.Severity == Severity.Error);
    }
}
