using PolicyArchive.Publishing;
using static PolicyArchive.Tests.Publishing.KeptSite;

namespace PolicyArchive.Tests.Publishing;

[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class BuiltOnEarlierBuilds : IDisposable
{
    private readonly KeptSite _site = new();

    public void Dispose() => _site.Dispose();

    private static Piece[] Pieces(string a = "a", string b = "b", string loose = "loose", string index = "index/1/") =>
    [
        Unit("a", ("a/index.html", a), ("a/cite.bib", "cite a")),
        Unit("b", ("b/index.html", b), ("b/cite.bib", "cite b")),
        Unit("text/a", index, ("t/a", $"text of {a}")),
        Unit("text/b", index, ("t/b", $"text of {b}"), ("t/deep/b", "more")),
        Unit("none"),
        Loose("index.html", loose),
        Loose("same.css", "css"),
    ];

    private FileStamp Stamp(string path) => FileStamp.Of(_site.At(path))!.Value;

    // Three builds bring a twin, and everything on the way to it.
    private void Begin()
    {
        Assert.Equal("a b none text/a text/b", _site.Build(Pieces()));
        Assert.Equal("", _site.Build(Pieces()));
        Assert.Equal("", _site.Build(Pieces()));
    }

    [Fact]
    public void What_is_made_from_the_same_things_is_not_made_again()
    {
        Begin();
        var (kept, cite, css) = (Stamp("b/index.html"), Stamp("a/cite.bib"), Stamp("same.css"));
        for (var build = 0; build < 4; build++)
        {
            Assert.Equal("a text/a", _site.Build(Pieces(a: $"edit {build}")));
            Assert.Equal((kept, cite, css), (Stamp("b/index.html"), Stamp("a/cite.bib"), Stamp("same.css")));
        }

        // The twin lacks it, the published site has it.
        Assert.Equal("b text/b", _site.Build(Pieces(a: "edit 3", b: "edit")));
        Assert.Equal("", _site.Build(Pieces(a: "edit 3", b: "edit")));
        Assert.Equal("a b text/a text/b", _site.Build(Pieces(loose: "new")));
        Assert.Equal(2, _site.Records.Length);
    }

    [Fact]
    public void A_folder_of_units_that_has_another_name_keeps_its_files()
    {
        Begin();
        var kept = Stamp("index/1/t/b");
        for (var build = 2; build < 6; build++)
        {
            // A new unit comes first, before any that is known.
            Piece[] pieces = [Unit($"text/{build}", $"index/{build}/", ($"t/{build}", "new")), .. Pieces(a: $"edit {build}", index: $"index/{build}/")];
            Assert.Equal($"a text/{build} text/a", _site.Build(pieces));
            Assert.Equal(kept, Stamp($"index/{build}/t/b"));
            Assert.False(Directory.Exists(_site.At($"index/{build - 1}")));
        }
    }

    [Fact]
    public void A_file_in_the_folder_of_units_before_them_costs_their_renaming_and_nothing_else()
    {
        Begin();
        Assert.Equal("", _site.Build([Loose("index/2/root", "x"), .. Pieces(index: "index/2/")]));
        Assert.Equal("", _site.Build([Loose("index/3/root", "x"), .. Pieces(index: "index/3/")]));
    }

    [Fact]
    public void Sites_of_any_kind_after_one_another_are_as_made_from_nothing()
    {
        var random = new Random(5);
        for (var build = 0; build < 40; build++)
        {
            var index = $"search/{random.Next(3)}/";
            var pieces = new List<Piece> { Loose("index.html", $"{random.Next(2)}"), Unit("top", index, ("top", $"{random.Next(2)}")) };
            foreach (var name in (string[])["x", "y", "z"])
            {
                // Now a file, now a folder; now of a unit, now of none.
                pieces.AddRange(random.Next(5) switch
                {
                    0 => [Loose(name, "file")],
                    1 => [Loose($"{name}/deep/er", $"{random.Next(2)}"), Loose($"{name}/empty", "")],
                    2 => [Unit(name, ($"{name}/deep", $"{random.Next(2)}"), ($"{name}/other", "same"))],
                    3 => [Unit(name, (name, "file")), Unit("text/" + name, index, ("t/" + name, $"{random.Next(2)}"))],
                    _ => (Piece[])[],
                });
            }

            _site.Build([.. pieces]);
        }
    }

    [Fact]
    public void Of_two_builds_at_once_both_end_well_and_so_does_the_next()
    {
        Begin();
        using (Staging one = _site.Folder.Stage(), other = _site.Folder.Stage())
        {
            Assert.Equal("a text/a", Put(one, Pieces(a: "one")));
            Assert.Equal("b text/b", Put(other, Pieces(b: "other")));
            one.WriteChecksums();
            other.WriteChecksums();
            one.Commit();
            other.Commit();
        }

        _site.Compare(Pieces(b: "other"));
        Assert.Equal("", _site.Build(Pieces(b: "other")));
        Assert.Equal("b text/b", _site.Build(Pieces()));
        Assert.Equal("", _site.Build(Pieces()));
    }

    [Fact]
    public void A_build_that_is_given_up_leaves_the_site_and_the_next_build_makes_no_more_than_it_must()
    {
        Begin();
        using (var staging = _site.Folder.Stage())
        {
            Put(staging, Pieces(a: "given up")[..3]);
        }

        _site.Compare(Pieces());
        Assert.Equal("a text/a", _site.Build(Pieces(a: "next")));
        Assert.Equal("", _site.Build(Pieces(a: "next")));
    }

    [Fact]
    public void Without_a_cache_nothing_is_taken_and_nothing_left()
    {
        Begin();
        var before = Directory.GetFiles(_site.Cache, "*", SearchOption.AllDirectories);
        using (var staging = OutputFolder.At(_site.Output).Stage())
        {
            Assert.Equal("a b none text/a text/b", Put(staging, Pieces(a: "without")));
            staging.WriteChecksums();
            staging.Commit();
        }

        _site.Compare(Pieces(a: "without"));
        Assert.Equal(before, Directory.GetFiles(_site.Cache, "*", SearchOption.AllDirectories));
        Assert.Equal("", _site.Build(Pieces()));
        Assert.Equal("a text/a", _site.Build(Pieces(a: "with")));
    }

    [Fact]
    public void A_cache_on_another_file_system_keeps_records_and_no_twin()
    {
        // Only Linux keeps a twin at all.
        var elsewhere = OperatingSystem.IsLinux() ? "/dev/shm" : Path.GetTempPath();
        using var site = new KeptSite { Cache = Directory.CreateDirectory(Path.Join(elsewhere, $"publishing-cache-{Path.GetRandomFileName()}")).FullName };
        Assert.Equal("a b none text/a text/b", site.Build(Pieces()));
        Assert.Equal("a text/a", site.Build(Pieces(a: "one")));
        Assert.Equal("a text/a", site.Build(Pieces(a: "two", index: "index/2/")));
        Assert.False(Directory.Exists(site.Twin));
        Assert.Single(site.Records);
    }

    [Fact]
    public void What_is_kept_of_an_output_that_is_gone_or_long_unused_goes_with_the_next_build_of_another()
    {
        Begin();
        var memory = _site.Memory;
        using (var other = new KeptSite())
        {
            void BuildOther()
            {
                using var staging = OutputFolder.At(other.Output, _site.Cache).Stage();
                staging.Commit();
            }

            BuildOther();
            Assert.True(Directory.Exists(memory));
            File.SetLastWriteTimeUtc(Path.Combine(memory, "output"), DateTime.UtcNow.AddDays(-31));
            BuildOther();
            Assert.False(Directory.Exists(memory));
            Assert.Equal("a b none text/a text/b", _site.Build([.. Pieces(), Loose("new", "")]));
        }

        Assert.Equal("", _site.Build([.. Pieces(), Loose("new", "")]));
        Assert.Equal(memory, _site.Memory);
    }
}
