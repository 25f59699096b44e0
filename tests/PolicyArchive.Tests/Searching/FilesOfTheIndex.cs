using System.Globalization;
using System.Text;
using PolicyArchive.Searching.Index;

namespace PolicyArchive.Tests.Searching;

public sealed class FilesOfTheIndex
{
    [Fact]
    public void Every_word_of_an_archive_leads_to_the_briefs_that_hold_it()
    {
        // Enough words for several shards, lists with files of their own, and stems whose forms lie in different shards.
        using var site = SmallSite.WithSettings();
        var random = new Random(7);
        var words = Enumerable.Range(0, 3000).Select(i => Word(random) + (i % 3 == 0 ? "ing" : i % 3 == 1 ? "s" : "")).Distinct(StringComparer.Ordinal).ToArray();
        var texts = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        for (var i = 0; i < 300; i++)
        {
            var text = Enumerable.Range(0, 120).Select(_ => words[(int)(words.Length * Math.Pow(random.NextDouble(), 3))]).ToHashSet(StringComparer.Ordinal);
            text.Add("everywhere");
            var name = $"b{i}";
            texts.Add(name, text);
            site.AndBrief(name, "", string.Join(' ', text) + "\n");
        }

        var index = new IndexedSite(site);
        var numbers = Enumerable.Range(0, 300).ToDictionary(i => i, i => index.Text(i, 0).GetProperty("title").GetString()!);
        foreach (var word in words.Append("everywhere"))
        {
            var found = index.BriefsWith(word).SelectMany(briefs => briefs).Distinct().Select(brief => numbers[brief]).ToHashSet(StringComparer.Ordinal);
            Assert.Superset(texts.Where(t => t.Value.Contains(word)).Select(t => t.Key).ToHashSet(StringComparer.Ordinal), found);
        }

        Assert.True(index.Names.Count(name => name.StartsWith("w/", StringComparison.Ordinal)) > 3);
        Assert.Contains(index.Names, name => name.StartsWith("l/", StringComparison.Ordinal));
        Assert.Equal(300, index.BriefsWith("everywhere")[0].Length);
        Assert.Empty(index.BriefsWith("nowhere"));
    }

    [Fact]
    public void A_brief_more_changes_what_is_kept_of_its_own_words_and_little_else()
    {
        using var site = SmallSite.WithSettings();
        var random = new Random(11);
        var words = Enumerable.Range(0, 4000).Select(_ => Word(random)).Distinct(StringComparer.Ordinal).ToArray();
        for (var i = 0; i < 200; i++)
        {
            var day = new DateOnly(2010, 1, 1).AddDays(17 * i).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            site.With($"briefs/b{i}.md", $"---\ntitle: Piece {i}\npublished: {day}\n---\n{string.Join(' ', Enumerable.Range(0, 150).Select(_ => words[random.Next(words.Length)]))}\n");
        }

        var before = new IndexedSite(site);
        site.With("briefs/newest.md", $"---\ntitle: Piece 200\npublished: 2023-05-05\n---\n{string.Join(' ', words.Take(20))} and ends.\n");
        var after = new IndexedSite(site);

        var texts = before.Names.Where(name => name.StartsWith("t/", StringComparison.Ordinal)).ToArray();
        Assert.True(texts.Length >= 200);
        Assert.All(texts, name => Assert.Equal(before.Inflate(name), after.Inflate(name)));
        var shards = before.Names.Where(name => name.StartsWith("w/", StringComparison.Ordinal)).ToArray();
        Assert.InRange(shards.Length, 10, 1000);
        Assert.InRange(shards.Count(name => !before.Inflate(name).SequenceEqual(after.Inflate(name))), 1, shards.Length - (shards.Length / 4));
        Assert.Equal("Piece 200", after.Text(200, 0).GetProperty("title").GetString());
    }

    [Fact]
    public void Drafts_and_embargoed_briefs_leave_nothing_in_the_index()
    {
        using var site = SmallSite.WithSettings().AndBrief("open", "topics: [Water]", "Wells.\n")
            .AndBrief("draft", "draft: true\ntopics: [Zanzibar]\nauthors: [Zanzibari Person]", "Zanzibar.\n")
            .With("briefs/later.md", "---\ntitle: Zanzibar later\npublished: 2031-01-01\n---\nZanzibar.\n");
        var index = new IndexedSite(site);
        Assert.Equal(1, index.Root.GetProperty("briefs").GetInt32());
        Assert.Empty(index.BriefsWith("zanzibar"));
        Assert.Single(index.BriefsWith("wells"));
        Assert.DoesNotContain(index.Names, name => Encoding.UTF8.GetString(index.Inflate(name)).Contains("anzibar", StringComparison.Ordinal));
    }

    [Fact]
    public void One_archive_has_one_index_whatever_the_culture()
    {
        using var site = SmallSite.WithSettings().AndBrief("one", "topics: [Water, Irrigation]", "Iğdır and İzmir.\n").AndBrief("two", "language: tr", "IŞIK ışık.\n");
        var first = new IndexedSite(site);
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("tr-TR");
            var second = new IndexedSite(site);
            Assert.Equal(first.Files.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => (f.Key, Convert.ToHexString(f.Value))), second.Files.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => (f.Key, Convert.ToHexString(f.Value))));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Theory]
    [InlineData("title: other")]
    [InlineData("summary: Another.")]
    [InlineData("topics: [Energy]")]
    [InlineData("authors: [Ana Ruiz]")]
    public void The_address_of_the_index_changes_with_anything_it_shows(string key)
    {
        using var site = SmallSite.WithBrief("");
        var before = new IndexedSite(site).Folder;
        site.With("briefs/x.md", $"---\n{(key.StartsWith("title", StringComparison.Ordinal) ? key : "title: x\n" + key)}\npublished: 2019-03-04\n---\nText.\n");
        Assert.NotEqual(before, new IndexedSite(site).Folder);
    }

    [Fact]
    public void An_archive_without_briefs_has_an_index_that_finds_nothing()
    {
        using var site = SmallSite.WithSettings();
        Assert.Empty(new IndexedSite(site).BriefsWith("water"));
    }

    [Fact]
    public void A_long_brief_is_stored_in_parts_that_join_to_its_text()
    {
        var text = string.Join(' ', Enumerable.Range(0, 700).Select(i => $"w{i}"));
        using var site = SmallSite.WithBrief("summary: Short.", text + "\n");
        var index = new IndexedSite(site);
        Assert.Equal(text, string.Concat(Enumerable.Range(0, 3).Select(part => index.Text(0, part).GetProperty("body").GetString())));
        Assert.DoesNotContain("t/0/0-3.bin", index.Names);
        Assert.Equal("Short.", index.Text(0, 2).GetProperty("summary").GetString());
    }

    [Fact]
    public void Positions_of_a_long_list_lie_in_files_of_1024_briefs_and_name_the_forms_that_stand_there()
    {
        using var site = SmallSite.WithSettings();
        for (var i = 0; i < 1100; i++)
        {
            // Some batches have one form, some the other first, some both.
            site.AndBrief($"b{i}", "", (i / 150 % 3) switch { 0 => "reservoir\n", 1 => "reservoirs reservoirs\n", _ => "reservoirs and reservoir\n" });
        }

        var index = new IndexedSite(site);
        var briefs = Assert.Single(index.BriefsWith("reservoir"));
        Assert.Equal(Enumerable.Range(0, 1100), briefs);
        var list = index.LongList("reservoir");
        foreach (var (segment, first, end) in ((int, int, int)[])[(0, 0, 1024), (1, 1024, 1100)])
        {
            var bytes = index.Inflate($"l/{list}-{segment}.bin");
            var at = 0;
            for (var brief = first; brief < end; brief++)
            {
                var name = int.Parse(index.Text(brief, 0).GetProperty("title").GetString()![1..], CultureInfo.InvariantCulture);
                var numbers = Enumerable.Range(0, ByteList.ReadNumber(bytes, ref at)).Select(_ => ByteList.ReadNumber(bytes, ref at)).ToArray();
                Assert.Equal((name / 150 % 3) switch { 0 => [0], 1 => [1, 1], _ => [1, 0] }, numbers.Select(number => number % 2).ToArray());
                Assert.Equal((name / 150 % 3) switch { 0 => [], 1 => [1], _ => [2] }, numbers[1..].Select(number => number / 2).ToArray());
            }

            Assert.Equal(bytes.Length, at);
        }

        Assert.DoesNotContain($"l/{list}-2.bin", index.Names);
    }

    [Fact]
    public void Numbers_are_read_as_they_were_written()
    {
        var bytes = new ByteList(1);
        int[] numbers = [0, 1, 127, 128, 16_383, 16_384, int.MaxValue];
        foreach (var number in numbers)
        {
            bytes.Number(number);
        }

        var at = 0;
        Assert.Equal(numbers, numbers.Select(_ => ByteList.ReadNumber(bytes.Written, ref at)).ToArray());
        Assert.Equal(bytes.Length, at);
    }

    [Fact]
    public void A_word_in_the_title_weighs_more_than_one_in_the_text_and_more_often_more()
    {
        BriefShape shape = new(8, 20, 1000, 30);
        var ranking = new Ranking([shape]);
        int[] weights = [ranking.Weight(shape, 0, 0, 1), ranking.Weight(shape, 0, 0, 3), ranking.Weight(shape, 1, 0, 1), ranking.Weight(shape, 2, 2, 30)];
        Assert.Equal(weights.Order(), weights);
        Assert.Equal(4, weights.Distinct().Count());
        Assert.InRange(weights[^1], 20, 31);
        Assert.True(ranking.Weight(shape with { Body = 200 }, 0, 0, 1) > weights[0]);
    }

    private static string Word(Random random) => string.Concat(Enumerable.Range(0, random.Next(2, 5)).Select(_ => "bcdfglmnprstv"[random.Next(13)].ToString() + "aeiou"[random.Next(5)]));
}
