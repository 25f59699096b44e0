using System.Collections.Concurrent;
using System.Security.Cryptography;
using CsCheck;
using PolicyArchive.Commands;
using PolicyArchive.Findings;
using PolicyArchive.Pages;
using PolicyArchive.Publishing;

namespace PolicyArchive.Tests.Incremental;

/// <summary>A build that takes over what an earlier one made gives the bytes of one that makes everything.</summary>
public sealed class BuildsAfterEdits
{
    private static readonly Gen<(int Kind, int Which)[][]> Sequences = Gen.Select(Gen.Int[0, 11], Gen.Int[0, 5_000]).Array[1, 4].Array[1, 5];

    [Fact]
    public void Any_edits_give_the_bytes_of_a_build_from_nothing() => Sequences.Sample(steps =>
    {
        using var site = new EditedSite();
        var kept = new KeptUnits();
        Same(kept, site);
        foreach (var edits in steps)
        {
            foreach (var (kind, which) in edits)
            {
                site.Edit(kind, which);
            }

            Same(kept, site);
        }
    }, iter: 15);

    [Fact]
    public void Nothing_is_made_again_where_nothing_has_changed()
    {
        using var site = new EditedSite();
        var kept = new KeptUnits();
        _ = Made(kept, SiteBuild.Prepare(site.OptionsWithCache));
        Assert.Contains("/briefs/b0/", kept.Made);
        _ = Made(kept, SiteBuild.Prepare(site.OptionsWithCache));
        Assert.Empty(kept.Made);
    }

    [Fact]
    public void What_is_published_over_earlier_sites_is_the_same_to_the_byte() => Sequences.Sample(steps =>
    {
        using var site = new EditedSite();
        Published(site);
        foreach (var edits in steps)
        {
            foreach (var (kind, which) in edits)
            {
                site.Edit(kind, which);
            }

            Published(site);
        }
    }, iter: 6);

    private static void Published(EditedSite site)
    {
        var build = SiteBuild.Prepare(site.OptionsWithCache);
        if (build.CanRender && Report.Of(build.Findings).IsClean)
        {
            var fresh = Path.Join(site.Folder, "fresh");
            Publish(build, OutputFolder.At(site.Options.Output, site.OptionsWithCache.Cache));
            Publish(SiteBuild.Prepare(site.Options), OutputFolder.At(fresh));
            Assert.Equal(Contents(fresh), Contents(site.Options.Output));
            Directory.Delete(fresh, recursive: true);
        }
    }

    private static void Publish(SiteBuild build, OutputFolder output)
    {
        using var staging = output.Stage();
        Assert.Empty(build.Render(new FileSink(staging.Write, staging.IsKept)));
        staging.WriteChecksums();
        staging.Commit();
    }

    private static IEnumerable<string> Contents(string folder) => Directory.EnumerateFileSystemEntries(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
        .Select(path => Path.GetRelativePath(folder, path) + (Directory.Exists(path) ? "/" : " " + Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)))))
        .Order(StringComparer.Ordinal);

    private static IReadOnlyDictionary<string, byte[]> Made(KeptUnits kept, SiteBuild build) => kept.Make(sink => Assert.Empty(build.Render(sink)));

    private static void Same(KeptUnits kept, EditedSite site)
    {
        var fresh = SiteBuild.Prepare(site.Options);
        var build = SiteBuild.Prepare(site.OptionsWithCache);
        Assert.Equal(fresh.Findings.Select(f => f.ToString()), build.Findings.Select(f => f.ToString()));
        if (!fresh.CanRender || !Report.Of(fresh.Findings).IsClean)
        {
            return;
        }

        var expected = new ConcurrentDictionary<string, byte[]>();
        Assert.Empty(fresh.Render(file => expected[file.Path] = file.Bytes.ToArray()));
        var actual = Made(kept, build);
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), actual.Keys.Order(StringComparer.Ordinal));
        foreach (var (path, bytes) in expected)
        {
            Assert.True(bytes.AsSpan().SequenceEqual(actual[path]), path);
        }
    }
}
