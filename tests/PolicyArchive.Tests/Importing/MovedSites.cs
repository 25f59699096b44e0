using PolicyArchive.Findings;

namespace PolicyArchive.Tests.Importing;

/// <summary>
/// Each folder of tests/imports/sites is a site as another generator has it, beside everything that it is expected to become.
/// Set APPROVE to write what came out, and read it.
/// </summary>
public sealed class MovedSites
{
    private static readonly string Folder = Path.Combine(SmallSite.Repository, "tests", "imports", "sites");

    public static TheoryData<string> All => [.. Directory.EnumerateDirectories(Folder).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(All))]
    public void A_site_becomes_the_archive_that_someone_has_read(string name)
    {
        using var desk = new Desk();
        desk.WithFolder(Path.Combine(Folder, name), name);
        desk.Import(name);
        var findings = desk.Findings.Select(f => $"{f.Code} {Path.GetRelativePath(desk.SourceOf(name), f.Place.File)}({f.Place.Line}) {f.Message}\n").Order(StringComparer.Ordinal);
        string[] listings = [.. desk.Files.Where(f => f is "topics.yml" or "people.yml")];
        var others = desk.Files.Except(desk.Drafts).Except(listings).Where(f => !Path.GetFileName(f).StartsWith('_'));
        var all = string.Concat(desk.Drafts.Select(d => $"=== {d}\n{Desk.Bare(desk.Text(d))}")) + string.Concat(listings.Select(l => $"=== {l}\n{desk.Text(l)}"))
            + "=== files\n" + string.Concat(others.Select(f => f + "\n")) + "=== findings\n" + string.Concat(findings).Replace(desk.Site.Folder, "", StringComparison.Ordinal)
            + "=== errors of the build\n" + string.Concat(desk.BuildFindings().Where(f => f.Severity == Severity.Error).Select(f => $"{f.Code} {f.Place.File}: {f.Message}\n")).Replace(desk.Site.Folder, "", StringComparison.Ordinal);
        var expected = Path.Combine(Folder, name + ".expected.md");
        if (Environment.GetEnvironmentVariable("APPROVE") is not null)
        {
            File.WriteAllText(expected, all);
        }

        Assert.Equal(File.ReadAllText(expected), all);
    }
}
