using System.Collections.Concurrent;
using CsCheck;
using PolicyArchive.Commands;
using PolicyArchive.Findings;

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
        _ = kept.Render(SiteBuild.Prepare(site.OptionsWithCache));
        Assert.Contains("/briefs/b0/", kept.Made);
        _ = kept.Render(SiteBuild.Prepare(site.OptionsWithCache));
        Assert.Empty(kept.Made);
    }

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
        var actual = kept.Render(build);
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), actual.Keys.Order(StringComparer.Ordinal));
        foreach (var (path, bytes) in expected)
        {
            Assert.True(bytes.AsSpan().SequenceEqual(actual[path]), path);
        }
    }
}
