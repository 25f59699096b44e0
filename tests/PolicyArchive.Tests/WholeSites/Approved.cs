namespace PolicyArchive.Tests.WholeSites;

/// <summary>Outputs that someone has read and found right, kept below <c>tests/sites</c>.</summary>
internal static class Approved
{
    /// <param name="path">Below <c>tests/sites</c>: <c>broken/report.approved.txt</c>.</param>
    public static void Match(string path, string received)
    {
        var approved = Path.Combine(SmallSite.Repository, "tests", "sites", path);
        var expected = File.Exists(approved) ? File.ReadAllText(approved) : "";
        if (expected == received)
        {
            return;
        }

        // Outside the source tree, so that nothing unread is ever committed.
        var kept = Path.Combine(Path.GetTempPath(), "policy-archive-received", path.Replace(".approved.", ".received.", StringComparison.Ordinal));
        Directory.CreateDirectory(Path.GetDirectoryName(kept)!);
        File.WriteAllText(kept, received);
        Assert.Fail($"tests/sites/{path} is not what came out. When it should be:\n  cp {kept} {approved}\n\n{Difference.Of(expected, received)}");
    }
}
