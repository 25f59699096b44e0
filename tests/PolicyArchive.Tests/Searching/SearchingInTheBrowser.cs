using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using PolicyArchive.Tests.Browsing;

namespace PolicyArchive.Tests.Searching;

[Collection(BrowserTests.Name)]
public sealed class SearchingInTheBrowser(Browser browser)
{
    private static SmallSite Archive()
    {
        var site = SmallSite.WithSettings()
            .With("topics.yml", "climate: {name: Climate and energy}\ncarbon: {name: Carbon pricing, parent: climate}\nwater: {name: Water security}\n")
            .With("briefs/price.md", "---\ntitle: What carbon pricing costs households\npublished: 2021-05-01\ntopics: [Carbon pricing]\nauthors: [Ana Ruiz]\nsummary: A rebate protects the poor.\n---\nFuel bills rise. The rebate is paid to every household.\n")
            .With("briefs/wells.md", "---\ntitle: Metering wells\npublished: 2019-03-04\ntopics: [Water security]\nregions: [Kenya]\n---\nA price on carbon would not help here. The ministry's meters count what farmers pump.\n")
            .With("briefs/grid.md", "---\ntitle: The grid in winter\npublished: 2023-01-09\ntopics: [Climate and energy]\n---\nElectricity prices doubled. Households used less, and pricing by the hour spread.\n")
            .With("briefs/eau.md", "---\ntitle: L’eau des villes\npublished: 2020-06-02\nlanguage: fr\ntopics: [Water security]\n---\nLes élections ont changé la politique de l’eau.\n")
            .With("briefs/ja.md", "---\ntitle: 日本の水道政策\npublished: 2018-06-02\nlanguage: ja\n---\n水道の民営化は進まない。\n");
        for (var i = 1; i <= 25; i++)
        {
            site.With($"briefs/note-{i}.md", $"---\ntitle: Tariff note {i}\npublished: 2017-01-{i:00}\n---\nTariffs on goods, note {i}.\n");
        }

        return site;
    }

    [Fact]
    public async Task A_query_in_the_address_is_answered_with_ranked_and_marked_briefs()
    {
        await using var archive = await SearchedArchive.Open(browser, Archive());
        await archive.Ask("carbon pricing");
        Assert.Equal(["What carbon pricing costs households", "Metering wells", "The grid in winter"], await archive.Titles());
        Assert.Equal(3, await archive.Total());
        var first = archive.Page.Locator("[data-search-result]").First;
        Assert.Equal("/briefs/price/", await first.Locator("a[href]").First.EvaluateAsync<string>("a => new URL(a.href).pathname"));
        Assert.Equal(["carbon", "pricing"], await first.Locator("h2 mark").AllInnerTextsAsync());
        Assert.Contains("1 May 2021", await first.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("Ana Ruiz", await first.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("price", await archive.Page.Locator("[data-search-result]").Nth(1).Locator("[data-search-excerpt] mark").AllInnerTextsAsync());
        Assert.Empty(archive.Complaints);
    }

    [Theory]
    [InlineData("household", "What carbon pricing costs households", "The grid in winter")]
    [InlineData("electr", "The grid in winter")]
    [InlineData("electrisity", "The grid in winter")]
    [InlineData("lectricity", "The grid in winter")]
    [InlineData("eelctricity", "The grid in winter")]
    [InlineData("what is the grid", "The grid in winter")]
    [InlineData("\"price on carbon\"", "Metering wells")]
    [InlineData("“carbon pricing” winter", "What carbon pricing costs households")]
    [InlineData("\"carbon price\"")]
    [InlineData("the ministrys meters", "Metering wells")]
    [InlineData("Ruiz", "What carbon pricing costs households")]
    [InlineData("kenya", "Metering wells")]
    [InlineData("ELECTION", "L’eau des villes")]
    [InlineData("水道", "日本の水道政策")]
    [InlineData("zzzzqqq")]
    public async Task A_reader_finds(string query, params string[] titles)
    {
        await using var archive = await SearchedArchive.Open(browser, Archive());
        await archive.Ask(query);
        Assert.Equal(titles, await archive.Titles());
        Assert.Equal(titles.Length, await archive.Total());
        Assert.Empty(archive.Complaints);
    }

    [Fact]
    public async Task Typing_searches_again_and_keeps_the_query_in_the_address()
    {
        await using var archive = await SearchedArchive.Open(browser, Archive());
        await archive.Page.GotoAsync(archive.Served.Url + "search/");
        await archive.Answered("idle");
        await archive.Type("wel");
        Assert.Equal(["Metering wells"], await archive.Titles());
        await archive.Type("electricty");
        Assert.Contains("electricity", await archive.Page.Locator("[data-search-note]").InnerTextAsync(), StringComparison.Ordinal);
        await archive.Page.ReloadAsync();
        await archive.Answered();
        Assert.Equal(["The grid in winter"], await archive.Titles());
    }

    [Fact]
    public async Task Facets_count_what_was_found_and_narrow_it_and_can_be_gone_back_from()
    {
        await using var archive = await SearchedArchive.Open(browser, Archive());
        await archive.Ask("carbon pricing");
        var topics = archive.Page.Locator("[data-search-facet=topic]");
        Assert.Equal("2", await topics.Locator("[data-search-facet-value=climate] [data-search-facet-count]").InnerTextAsync());
        Assert.Equal("1", await topics.Locator("[data-search-facet-value=water] [data-search-facet-count]").InnerTextAsync());
        await topics.Locator("[data-search-facet-value=climate]").ClickAsync();
        await archive.Page.WaitForURLAsync("**/search/?q=carbon+pricing&topic=climate");
        await archive.Answered();
        Assert.Equal(["What carbon pricing costs households", "The grid in winter"], await archive.Titles());
        await archive.Page.Locator("select[name=from]").SelectOptionAsync("2022");
        await archive.Page.WaitForURLAsync("**from=2022**");
        await archive.Answered();
        Assert.Equal(["The grid in winter"], await archive.Titles());
        await archive.Page.GoBackAsync();
        await archive.Answered();
        await archive.Page.GoBackAsync();
        await archive.Page.WaitForURLAsync("**/search/?q=carbon%20pricing");
        await archive.Answered();
        Assert.Equal(3, await archive.Total());
    }

    [Fact]
    public async Task A_facet_alone_lists_its_briefs_newest_first_and_a_search_can_be_sorted_by_date()
    {
        await using var archive = await SearchedArchive.Open(browser, Archive());
        await archive.Ask("", "&topic=water");
        Assert.Equal(["L’eau des villes", "Metering wells"], await archive.Titles());
        await archive.Ask("carbon pricing", "&sort=date");
        Assert.Equal(["The grid in winter", "What carbon pricing costs households", "Metering wells"], await archive.Titles());
    }

    [Fact]
    public async Task More_results_are_added_until_there_are_no_more()
    {
        await using var archive = await SearchedArchive.Open(browser, Archive());
        await archive.Ask("tariffs");
        Assert.Equal(25, await archive.Total());
        // One brief like the other: the newer stands first.
        Assert.Equal("Tariff note 25", (await archive.Titles())[0]);
        var more = archive.Page.Locator("[data-search-more]");
        for (var shown = 20; shown < 30; shown += 5)
        {
            await more.ClickAsync();
            await Assertions.Expect(archive.Page.Locator("[data-search-result]")).ToHaveCountAsync(shown);
        }

        await Assertions.Expect(more).ToBeHiddenAsync();
        Assert.Equal(25, (await archive.Titles()).Distinct().Count());
    }

    [Fact]
    public async Task The_keyboard_alone_is_enough()
    {
        await using var archive = await SearchedArchive.Open(browser, Archive());
        await archive.Ask("carbon pricing");
        await archive.Page.Keyboard.PressAsync("/");
        await archive.Page.Keyboard.PressAsync("ArrowDown");
        await archive.Page.Keyboard.PressAsync("ArrowDown");
        Assert.Equal("Metering wells", await archive.Page.EvaluateAsync<string>("document.activeElement.innerText"));
        await archive.Page.Keyboard.PressAsync("Escape");
        Assert.Equal("q", await archive.Page.EvaluateAsync<string>("document.activeElement.name"));
        await archive.Page.Keyboard.PressAsync("ArrowDown");
        await archive.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(archive.Page).ToHaveURLAsync(archive.Served.Url + "briefs/price/");
    }

    [Fact]
    public async Task An_index_that_cannot_be_fetched_is_said_and_can_be_tried_again()
    {
        await using var archive = await SearchedArchive.Open(browser, Archive());
        archive.Served.Broken.TryAdd("/w/", 0);
        await archive.Page.GotoAsync(archive.Served.Url + "search/?q=carbon");
        await archive.Answered("error");
        archive.Served.Broken.Clear();
        await archive.Page.Locator("[data-search-note] button").ClickAsync();
        await archive.Answered();
        Assert.Equal(2, await archive.Total());
    }

    [Fact]
    public async Task When_nothing_is_found_the_nearest_topics_and_a_looser_query_are_offered()
    {
        await using var archive = await SearchedArchive.Open(browser, Archive());
        await archive.Ask("watxyzqq");
        Assert.Equal("/topics/water/", await archive.Page.Locator("[data-search-note] a").First.EvaluateAsync<string>("a => new URL(a.href).pathname"));
        await archive.Ask("\"winter carbon\"");
        await archive.Page.Locator("[data-search-note] a").First.ClickAsync();
        await archive.Answered();
        Assert.Equal(3, await archive.Total());
    }

    [Fact]
    public async Task A_site_in_a_sub_folder_is_searched_alike()
    {
        await using var archive = await SearchedArchive.Open(browser, Archive(), "/policy/archive");
        await archive.Page.GotoAsync(archive.Served.Url + "briefs/price/");
        await archive.Page.Locator("header input[name=q]").FillAsync("wells");
        await archive.Page.Keyboard.PressAsync("Enter");
        await archive.Answered();
        Assert.Equal(["Metering wells"], await archive.Titles());
        await archive.Page.Locator("[data-search-result] a").First.ClickAsync();
        Assert.Equal("Metering wells", await archive.Page.Locator("h1").InnerTextAsync());
        Assert.Empty(archive.Complaints);
    }

    [Fact]
    public async Task Without_JavaScript_the_page_says_so_and_offers_the_browse_pages()
    {
        await using var archive = await SearchedArchive.Open(browser, Archive(), javaScript: false);
        await archive.Page.GotoAsync(archive.Served.Url + "search/?q=carbon");
        var main = await archive.Page.Locator("main").InnerTextAsync();
        Assert.Contains("JavaScript", main, StringComparison.Ordinal);
        Assert.Equal(1, await archive.Page.Locator("main ul a[href='/topics/']").CountAsync());
        Assert.False(await archive.Page.Locator("[data-search-more]").IsVisibleAsync());
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task The_page_has_no_barriers_and_nothing_moves_when_results_come(int width)
    {
        await using var archive = await SearchedArchive.Open(browser, Archive(), width: width);
        await archive.Page.AddInitScriptAsync("window.shift = 0; new PerformanceObserver(l => l.getEntries().forEach(e => { window.shift += e.value; })).observe({ type: 'layout-shift', buffered: true });");
        await archive.Ask("carbon pricing");
        await archive.Page.WaitForTimeoutAsync(300);
        Assert.Equal(0, await archive.Page.EvaluateAsync<double>("window.shift"));
        var axe = await archive.Page.RunAxe();
        Assert.Empty(axe.Violations.Select(violation => $"{violation.Id}: {violation.Help} {string.Join(' ', violation.Nodes.Select(node => node.Html))}"));
        Assert.True(await archive.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
    }

    [Theory]
    [InlineData("The government's plan; didn't “CO₂-neutral” Ærø Straße 2,500 ﬁnance")]
    [InlineData("l’énergie à Łódź, İzmir και οδός, Ёлка и йод")]
    [InlineData("日本の政策と水 GDP成長2020年 ｶﾞｽ 한국 정책 การเมือง हिन्दी नीति می‌خواهم")]
    [InlineData("a co\u00ADoperative e\u0301lection 𝔘𝔫𝔦 𠮷野家 ½ ² Ⅳ")]
    public async Task The_browser_and_the_generator_see_the_same_words(string text)
    {
        await using var archive = await SearchedArchive.Open(browser, Archive());
        await archive.Ask("carbon");
        var words = await archive.Page.EvaluateAsync<string[]>("async text => (await import(document.querySelector('script[type=module]').src)).words(text).map(([form]) => form)", text);
        Assert.Equal(WordsOfTexts.WordsOf(text), words);
    }

    [Theory]
    [InlineData("household", "houshold", true)]
    [InlineData("household", "househhold", true)]
    [InlineData("household", "huosehold", true)]
    [InlineData("household", "households", true)]
    [InlineData("household", "hausehold", true)]
    [InlineData("household", "houesold", false)]
    [InlineData("tax", "tariff", false)]
    public async Task One_slip_makes_a_near_word_and_two_do_not(string word, string other, bool isSlip)
    {
        await using var archive = await SearchedArchive.Open(browser, Archive());
        await archive.Ask("carbon");
        Assert.Equal(isSlip, await archive.Page.EvaluateAsync<bool>("async ([a, b]) => (await import(document.querySelector('script[type=module]').src)).isSlip(a, b)", new[] { word, other }));
    }
}
