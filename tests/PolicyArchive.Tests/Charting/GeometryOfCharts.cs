using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PolicyArchive.Briefs;
using PolicyArchive.Charting;
using PolicyArchive.Pages;

namespace PolicyArchive.Tests.Charting;

public sealed partial class GeometryOfCharts
{
    private static SitePlan Planned(params (string Day, string Topics, string More)[] briefs)
    {
        using var site = SmallSite.WithSettings();
        for (var i = 0; i < briefs.Length; i++)
        {
            site.With($"briefs/b{i:000}.md", $"---\ntitle: Piece {i}\npublished: {briefs[i].Day}\ntopics: [{briefs[i].Topics}]\n{briefs[i].More}\n---\nText.\n");
        }

        return site.Plan();
    }

    private static SitePlan Of(params string[] days) => Planned([.. days.Select(d => (d, "", "series: Notes"))]);

    private static HomePage Home(SitePlan plan) => plan.Pages.OfType<HomePage>().Single();

    private static Timeline? Line(SitePlan plan) => plan.Pages.OfType<TermPage>().Single(p => p is { Number: 1, Shelf.Term.Taxonomy: Taxonomy.Series }).Timeline;

    private static TopicMap? Map(SitePlan plan) => plan.Pages.OfType<TermIndexPage>().Single(p => p.Taxonomy == Taxonomy.Topics).Map;

    [Fact]
    public void A_column_is_as_high_as_its_year_and_a_year_without_briefs_has_none()
    {
        var columns = Home(Of("2016-01-01", "2016-12-31", "2018-03-01", "2018-05-05", "2018-06-06", "2018-07-07", "unknown")).Columns!;
        Assert.Equal(new YearSpan[] { new(2016, 2016, 2), new(2017, 2017, 0), new(2018, 2018, 4) }, columns.Spans.ToArray());
        Assert.Equal("M1 100v-50h8V100zM21 100v-100h8V100z", columns.Path);
        Assert.Equal((30, 4, 1), (columns.Width, columns.Most, columns.Undated));
    }

    [Fact]
    public void A_year_of_few_briefs_beside_one_of_many_is_still_seen()
    {
        var columns = Home(Of(["2016-01-01", .. Enumerable.Repeat("2017-01-01", 200)])).Columns!;
        Assert.Equal("M1 100v-3h8V100zM11 100v-100h8V100z", columns.Path);
    }

    [Theory]
    [InlineData("1977-01-01", "2016-01-01", 40, 1977, 2016)]
    [InlineData("1976-01-01", "2016-01-01", 9, 1975, 2019)]
    [InlineData("1801-01-01", "2026-01-01", 23, 1800, 2029)]
    public void A_long_archive_has_columns_of_several_years(string first, string last, int count, int from, int to)
    {
        var spans = Home(Of(first, last, last, last)).Columns!.Spans;
        Assert.Equal((count, from, to), (spans.Length, spans[0].From, spans[^1].To));
        Assert.Equal(4, spans.Sum(s => s.Count));
    }

    [Theory]
    [InlineData("2016-01-01", "2017-01-01", "2018-01-01")]
    [InlineData("2016-01-01", "2016-02-01", "2016-03-01", "2016-04-01")]
    [InlineData("unknown", "unknown", "2016-01-01", "2017-01-01", "2018-01-01")]
    public void Where_there_is_too_little_to_see_nothing_is_drawn(params string[] days) => Assert.Null(Home(Of(days)).Columns);

    [Fact]
    public void A_list_is_drawn_on_its_first_page_alone()
    {
        using var site = SmallSite.WithSettings("page_size: 2\n");
        foreach (var year in Enumerable.Range(2010, 5))
        {
            site.With($"briefs/b{year}.md", $"---\ntitle: Piece {year}\npublished: {year}-01-01\n---\nText.\n");
        }

        Assert.Equal([true, false, false], site.Plan().Pages.OfType<BriefListPage>().OrderBy(p => p.Number).Select(p => p.Columns is not null));
    }

    [Fact]
    public void A_piece_of_a_series_stands_on_its_day_between_the_first_year_and_the_last()
    {
        var line = Line(Of("2016-01-01", "2016-07-01", "2017-12-31"))!;
        Assert.Equal("M0 40v-40M249 40v-40M1000 40v-40", line.Marks);
        Assert.Equal("M0 40v-10M501 40v-10M1000 40v-10", line.Years);
        Assert.Equal([0, 1, 2], line.Pieces.Select(p => int.Parse(p.Brief.Title[^1..], System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void A_series_of_few_or_of_very_many_dated_pieces_has_no_line()
    {
        Assert.Null(Line(Of("2016-01-01", "2017-01-01", "unknown")));
        Assert.Null(Line(Of([.. Enumerable.Repeat("2016-01-01", 61)])));
        Assert.NotNull(Line(Of([.. Enumerable.Repeat("2016-01-01", 60)])));
    }

    [Fact]
    public void An_arc_goes_from_the_middle_of_one_row_to_that_of_the_other_and_is_thicker_for_more_briefs()
    {
        var map = Map(Planned(("2016-01-01", "A, B", ""), ("2016-01-01", "A, B", ""), ("2016-01-01", "A, B", ""), ("2016-01-01", "B, C", ""), ("2016-01-01", "B, C", ""), ("2016-01-01", "C, D", "")))!;
        Assert.Equal(["A", "B", "C", "D"], map.Topics.Select(t => t.Term.Name));
        Assert.Equal(80, map.Height);
        Assert.Equal([("A", "B", 3, "M0 10C60 10 60 30 0 30", "5.0"), ("B", "C", 2, "M0 30C60 30 60 50 0 50", "3.0"), ("C", "D", 1, "M0 50C60 50 60 70 0 70", "1.0")],
            map.Pairs.Select(p => (p.First.Term.Name, p.Second.Term.Name, p.Count, p.Arc, p.Thickness)));
    }

    [Fact]
    public void Topics_that_occur_together_stand_together()
    {
        var map = Map(Planned([.. Enumerable.Range(0, 4).SelectMany(_ => new[] { ("2016-01-01", "A, Z", ""), ("2016-01-01", "B, Y", ""), ("2016-01-01", "C, X", "") })]))!;
        Assert.All(map.Pairs, pair => Assert.Equal(1, Math.Abs(map.Topics.IndexOf(pair.First) - map.Topics.IndexOf(pair.Second))));
    }

    [Fact]
    public void A_topic_and_the_one_above_it_are_no_pair()
    {
        using var site = SmallSite.WithSettings().With("topics.yml", "energy: {name: Energy}\ncoal: {name: Coal, parent: energy}\n");
        foreach (var (topics, i) in new[] { "coal, energy", "coal, energy", "coal, A", "energy, B", "A, B", "A, B" }.Select((t, i) => (t, i)))
        {
            site.AndBrief($"b{i}", $"topics: [{topics}]");
        }

        Assert.DoesNotContain(Map(site.Plan())!.Pairs, p => (p.First.Term.Name, p.Second.Term.Name) is ("Coal", "Energy") or ("Energy", "Coal"));
    }

    [Fact]
    public void Topics_that_never_meet_twice_are_not_drawn() => Assert.Null(Map(Planned(("2016-01-01", "A, B, C, D", ""), ("2016-01-01", "E, F", ""))));

    [Fact]
    public void Of_hundreds_of_topics_the_strongest_are_drawn_and_every_arc_stays_within_the_drawing()
    {
        var random = new Random(7);
        var map = Map(Planned([.. Enumerable.Range(0, 300).Select(_ => ("2016-01-01", string.Join(", ", Enumerable.Range(0, 4).Select(_ => $"T{random.Next(10) * random.Next(20)}").Distinct()), ""))]))!;
        Assert.InRange(map.Topics.Length, 2, 16);
        Assert.InRange(map.Pairs.Length, 3, 32);
        Assert.Equal(map.Pairs.Select(p => p.Count).OrderDescending(), map.Pairs.Select(p => p.Count));
        foreach (var numbers in map.Pairs.Select(p => Number.Matches(p.Arc).Select(m => int.Parse(m.Value, System.Globalization.CultureInfo.InvariantCulture)).ToArray()))
        {
            Assert.True(numbers[2] * 3 / 4 <= TopicMap.Width, string.Join(' ', numbers));
            Assert.InRange(numbers[1], 0, map.Height);
            Assert.InRange(numbers[^1], numbers[1] + TopicMap.Row, map.Height);
        }
    }

    [Fact]
    public void No_single_topic_can_be_moved_to_make_the_arcs_shorter()
    {
        var random = new Random(11);
        (int, int, int)[] pairs = [.. Enumerable.Range(0, 25).Select(_ => (random.Next(12), random.Next(12), random.Next(1, 9)))];
        var order = Seriation.Of(12, pairs);
        Assert.Equal(Enumerable.Range(0, 12), order.Order());
        var cost = Seriation.Cost(order, pairs);
        foreach (var (from, to) in Enumerable.Range(0, 12).SelectMany(from => Enumerable.Range(0, 12).Select(to => (from, to))))
        {
            var moved = order.ToImmutableList().RemoveAt(from).Insert(to, order[from]);
            Assert.True(Seriation.Cost([.. moved], pairs) >= cost, $"{from} to {to}");
        }
    }

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Number { get; }
}
