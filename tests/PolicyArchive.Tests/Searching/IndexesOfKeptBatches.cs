using System.Globalization;
using PolicyArchive.Keeping;
using PolicyArchive.Pages;
using PolicyArchive.Searching;
using PolicyArchive.Tests.Incremental;

namespace PolicyArchive.Tests.Searching;

/// <summary>An index that is made from what an earlier one left is the one that is made from nothing.</summary>
public sealed class IndexesOfKeptBatches
{
    private const int Briefs = 300;

    private static readonly string[] Languages = ["en", "fr", "de", "ja", "sw"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void It_is_the_same_after_any_edit(int seed)
    {
        var random = new Random(seed);
        using var site = Archive(random);
        var units = new KeptUnits();
        var names = Enumerable.Range(0, Briefs).ToList();
        for (var edit = 0; edit < 14; edit++)
        {
            Assert.Equal(Fresh(site.Plan()), Kept(site, units));
            switch (edit % 7)
            {
                case 0:
                    Write(site, random, names[random.Next(names.Count)]);
                    break;
                case 1:
                    // The newest.
                    names.Add(1000 + edit);
                    Write(site, random, names[^1], "2025-01-01");
                    break;
                case 2:
                    // All later ones are renumbered.
                    names.Add(2000 + edit);
                    Write(site, random, names[^1], "2001-01-01");
                    break;
                case 3:
                    File.Delete(site.PathOf($"briefs/b{names[40]}.md"));
                    names.RemoveAt(40);
                    break;
                case 4:
                    site.With("settings.yml", $"title: Another\nbase_url: https://archive.example\nlanguage: {Languages[random.Next(3)]}\n");
                    break;
                case 5:
                    foreach (var name in names.Take(5))
                    {
                        Write(site, random, name);
                    }

                    break;
                default:
                    // Long enough to change what a usual length is.
                    Write(site, random, names[100], words: 6000);
                    break;
            }
        }
    }

    [Fact]
    public void One_edited_brief_has_its_own_batch_read_again_and_its_own_text_written()
    {
        var random = new Random(4);
        using var site = Archive(random);
        var units = new KeptUnits();
        Kept(site, units);
        var size = Size(site);
        Assert.Contains("search/text/7", units.Made);
        Kept(site, units);
        Assert.Empty(units.Made);
        Assert.Equal(size, Size(site));

        var before = File.ReadAllText(site.PathOf("briefs/b7.md"));
        File.WriteAllText(site.PathOf("briefs/b7.md"), before + " reservoirs\n");
        Assert.Equal(Fresh(site.Plan()), Kept(site, units));
        Assert.Single(units.Made, name => name.StartsWith("search/text/", StringComparison.Ordinal));
        Assert.True(units.Made.Length < 100, string.Join(' ', units.Made));
        Assert.InRange(Size(site) - size, size / 6, size / 2);
    }

    [Fact]
    public void What_is_kept_and_damaged_is_made_anew()
    {
        var random = new Random(5);
        using var site = Archive(random);
        var plan = site.Plan();
        var expected = Fresh(plan);
        Kept(site, new KeptUnits());
        var path = Assert.Single(Directory.GetFiles(Folder(site)));
        var whole = File.ReadAllBytes(path);
        for (var time = 0; time < 30; time++)
        {
            var bytes = whole.ToArray();
            if (time % 2 == 0)
            {
                Array.Resize(ref bytes, random.Next(bytes.Length));
            }
            else
            {
                for (var flip = 0; flip < 1 << random.Next(8); flip++)
                {
                    bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
                }
            }

            File.WriteAllBytes(path, bytes);
            Assert.Equal(expected, Kept(site, new KeptUnits()));
        }
    }

    private static SortedDictionary<string, string> Kept(SmallSite site, KeptUnits units)
    {
        var pack = KeptPack.Open(Folder(site), site.Folder);
        var index = SearchIndex.Of(site.Plan());
        var files = Files(units.Make(sink => index.Write(sink, pack)));
        pack.Save();
        Assert.All(files.Keys, path => Assert.StartsWith(index.Folder.Path[1..], path, StringComparison.Ordinal));
        return files;
    }

    private static SortedDictionary<string, string> Fresh(SitePlan plan) => Files(new KeptUnits().Make(sink => SearchIndex.Of(plan).Write(sink)));

    private static SortedDictionary<string, string> Files(IReadOnlyDictionary<string, byte[]> files) =>
        new(files.ToDictionary(file => file.Key, file => Convert.ToHexString(file.Value)), StringComparer.Ordinal);

    private static string Folder(SmallSite site) => Path.Combine(site.Folder, "kept");

    private static long Size(SmallSite site) => Directory.GetFiles(Folder(site)).Sum(path => new FileInfo(path).Length);

    private static SmallSite Archive(Random random)
    {
        var site = SmallSite.WithSettings();
        for (var i = 0; i < Briefs; i++)
        {
            Write(site, random, i);
        }

        return site;
    }

    private static void Write(SmallSite site, Random random, int name, string? day = null, int words = 150)
    {
        // Stems with several forms, few of them in each batch; the same words in several languages.
        string Word() => Stem((int)(900 * Math.Pow(random.NextDouble(), 3))) + random.Next(6) switch { 0 => "ing", 1 => "s", 2 => "ed", 3 => "’s", _ => "" };
        var date = day ?? new DateOnly(2005, 1, 1).AddDays(23 * name).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        site.With($"briefs/b{name}.md", $"""
            ---
            title: Piece {name} {Word()}
            {(name % 50 == 3 ? "published: unknown" : $"published: {date}")}
            language: {Languages[random.Next(Languages.Length)]}
            topics: [{Stem(random.Next(8))}, {Stem(8 + random.Next(8))}]
            summary: {Word()} {Word()}.
            ---
            {string.Join(' ', Enumerable.Range(0, random.Next(words)).Select(i => (i % 20 == 0 ? "水の政策 everywhere " : "") + Word()))}
            """);
    }

    private static string Stem(int number) => new([.. new[] { number % 10, number / 10 % 10, number / 100 }.SelectMany(d => (char[])["bcdfglmprt"[d], "aeioua"[d % 6]])]);
}
