using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using PolicyArchive.Findings;

namespace PolicyArchive.Tests.Wording;

public sealed class WordsOnPages
{
    private static IHtmlDocument Page(SmallSite site, ThemeCopy theme, string path = "briefs/x/index.html") => Dom.Parse(site.Files(site.Options with { Theme = theme.Folder })[path]);

    private static string Text(IParentNode page, string selector) => page.QuerySelector(selector)!.TextContent;

    [Fact]
    public void A_theme_says_one_word_otherwise_and_keeps_the_others()
    {
        using var theme = new ThemeCopy().With("words/fr.yml", "home: Chez nous\n");
        using var site = SmallSite.WithSettings("language: fr\n").AndBrief("x", "key_points: [Un]");
        var page = Page(site, theme);
        Assert.Equal(("Chez nous", "Points clés"), (Text(page, ".crumbs a"), Text(page, "#_key-points")));
    }

    [Fact]
    public void A_theme_adds_a_language_of_its_own()
    {
        using var theme = new ThemeCopy().With("words/it.yml", "home: Inizio\nmonths: [gennaio, febbraio, marzo, aprile, maggio, giugno, luglio, agosto, settembre, ottobre, novembre, dicembre]\n");
        using var site = SmallSite.WithSettings("language: it\n").AndBrief("x", "");
        var (report, files) = site.Build(site.Options with { Theme = theme.Folder });
        Assert.All(report.Shown, f => Assert.Equal((Severity.Warning, "THEME015"), (f.Severity, f.Code)));
        var page = Dom.Parse(files["briefs/x/index.html"]);
        Assert.Equal(("Inizio", "4 marzo 2019", "it"), (Text(page, ".crumbs a"), Text(page, "time"), page.DocumentElement.GetAttribute("lang")));
    }

    [Fact]
    public void Where_a_language_has_no_words_what_is_made_of_English_ones_says_so()
    {
        using var site = SmallSite.WithSettings("language: he\n").AndBrief("x", "topics: [Trade]");
        var files = site.Build().Files;
        string Languages(string path, string selector) => string.Join(' ', Dom.Parse(files[path]).QuerySelectorAll(selector).Select(e => $"{e.GetAttribute("lang")}-{e.GetAttribute("dir")}"));
        Assert.All((string[])["search/index.html", "404.html", "years/index.html"], path => Assert.Equal((path, "en-ltr"), (path, Languages(path, "html"))));
        Assert.Equal("he-rtl en-ltr en-ltr en-ltr en-ltr", Languages("topics/trade/index.html", "html, header.site, footer.site, .skip, .crumbs"));
    }

    [Fact]
    public void A_theme_without_words_has_those_of_the_program()
    {
        using var theme = new ThemeCopy();
        Directory.Delete(Path.Combine(theme.Folder, "words"), recursive: true);
        using var site = SmallSite.WithSettings("language: de\n").AndBrief("x", "");
        Assert.Equal("4. März 2019", Text(Page(site, theme), "time"));
    }

    [Fact]
    public void A_word_is_a_text_and_never_markup()
    {
        using var theme = new ThemeCopy().With("words/en.yml", "key_points: \"<b>Key</b> & points\"\nsuperseded_by: \"**<i>Old**: {piece}\"\nwithin: \"<u>{name}\"\n");
        using var site = SmallSite.WithBrief("key_points: [One]").With("briefs/y.md", "---\ntitle: A <b> & c\npublished: 2019-03-05\nsupersedes: [x]\n---\nText.\n");
        var page = Page(site, theme);
        Assert.Equal("<b>Key</b> & points", Text(page, "#_key-points"));
        Assert.Equal("<strong>&lt;i&gt;Old</strong>: <a href=\"/briefs/y/\">A &lt;b&gt; &amp; c</a>", page.QuerySelector(".notice")!.InnerHtml);
    }

    [Fact]
    public void A_brief_in_another_language_is_spoken_of_in_it_and_what_leads_through_the_site_is_not()
    {
        using var site = SmallSite.WithSettings("disclaimer: No advice.\n")
            .With("briefs/x.md", "---\ntitle: Texte\npublished: 2019-03-04\nlanguage: fr\nkind: report\ntopics: [Water]\nseries: Notes\nnumber: 3\nkey_points: [Un]\nrelated: [y]\n---\nUn.[^1]\n\n[^1]: Deux.\n")
            .AndBrief("y", "topics: [Water]");
        var page = site.Page();
        Assert.Equal(
            ("Rapport", "Notes, n°\u00A03", "4 mars 2019", "Points clés", "À lire aussi", "Retour au texte, note 1"),
            (Text(page, "a[href='/kinds/report/']"), Text(page, "article .facts li:nth-child(2)"), Text(page, "time"), Text(page, "#_key-points"), Text(page, "#_related"), page.QuerySelector("[role=doc-backlink]")!.GetAttribute("aria-label")));
        Assert.Equal(("Home", "en", "Skip to the text", "en"), (Text(page, ".crumbs a"), page.QuerySelector(".crumbs")!.GetAttribute("lang"), Text(page, ".skip"), page.QuerySelector("header.site")!.GetAttribute("lang")));

        // Names are the site's, and so is its disclaimer; what is about the piece needs no mark.
        Assert.All(["article .facts a[href='/series/notes/']", ".chips:has([rel=tag])", ".related h3", ".colophon > div:last-child dd"], selector => Assert.Equal((selector, "en"), (selector, page.QuerySelector(selector)!.GetAttribute("lang"))));
        Assert.All(["article .facts", "#_key-points", "article footer", ".related"], selector => Assert.Null(page.QuerySelector(selector)!.GetAttribute("lang")));
    }

    [Fact]
    public void A_brief_in_a_language_without_words_is_spoken_of_in_the_sites_and_that_is_marked()
    {
        using var site = SmallSite.WithSettings("language: fr\n").AndBrief("x", "language: tlh\nkey_points: [wa']");
        var page = site.Page();
        Assert.Equal(("tlh", "fr", "fr", "Points clés"), (page.DocumentElement.GetAttribute("lang"), page.QuerySelector("article .facts")!.GetAttribute("lang"), page.QuerySelector("#_key-points")!.GetAttribute("lang"), Text(page, "#_key-points")));
    }

    [Fact]
    public void A_style_sheet_speaks_the_language_of_the_site()
    {
        string Sheet(string language)
        {
            using var site = SmallSite.WithSettings($"language: {language}\n").AndBrief("x", "");
            var files = site.Files();
            var sheet = files.Single(f => f.Key.StartsWith("assets/feed.", StringComparison.Ordinal));
            Assert.Contains($"href=\"/{sheet.Key}\"", files["feed.xml"], StringComparison.Ordinal);
            return $"{sheet.Key} {sheet.Value}";
        }

        var (english, german) = (Sheet("en"), Sheet("de"));
        Assert.Contains("content: \"Dies ist ein Feed.", german.Replace("content:\"", "content: \"", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("{{", english + german, StringComparison.Ordinal);
        Assert.NotEqual(english.Split(' ')[0], german.Split(' ')[0]);
    }

    [Fact]
    public void A_word_that_a_style_sheet_does_not_find_is_named()
    {
        using var theme = new ThemeCopy().With("assets/own.css", "p::before { content: \"{{ words.key_pionts }}\" }");
        using var site = SmallSite.WithBrief("");
        var finding = Assert.Single(site.Build(site.Options with { Theme = theme.Folder }).Report.Shown);
        Assert.Equal(("THEME004", $"{theme.Folder}/assets/own.css", "did you mean `key_points`?"), (finding.Code, finding.Place.File, finding.Hint));
    }

    [Fact]
    public void Addresses_read_from_left_to_right_among_Arabic()
    {
        using var site = SmallSite.WithSettings("language: ar\n").AndBrief("x", "redirect_from: /old/");
        Assert.Equal("ltr", site.Page().QuerySelector(".colophon a[href='/briefs/x/']")!.GetAttribute("dir"));
        Assert.Equal("ltr", site.Page("old/index.html").QuerySelector("main a")!.GetAttribute("dir"));
    }

    [Fact]
    public void The_search_page_has_the_forms_of_its_language_for_the_script()
    {
        using var site = SmallSite.WithSettings("language: ru\n").AndBrief("x", "");
        var state = site.Page("search/index.html").QuerySelector("[data-search-state]")!;
        Assert.Equal(("{count} публикация", "{count} публикации", "{count} публикаций"), (state.GetAttribute("data-one"), state.GetAttribute("data-few"), state.GetAttribute("data-many")));
    }
}
