using System.Text;
using PolicyArchive.Checking;
using PolicyArchive.Pages;

namespace PolicyArchive.Tests.Checking;

public sealed class FinishedPages
{
    private const string Good = "<!doctype html><html lang=\"en\"><head><title>T</title></head><body><h1 id=\"a\">H</h1>";

    private static string[] CodesOf(string html, string folder = "")
    {
        RenderedFile[] pages =
        [
            new("x/index.html", Encoding.UTF8.GetBytes(html)),
            new("y/index.html", Encoding.UTF8.GetBytes(Good + "<h2 id=\"päpstlich\">P</h2>")),
        ];
        var check = new SiteCheck(["x/index.html", "y/index.html", "index.html", "é.pdf"], folder);
        return [.. check.Check(pages).Where(f => f.Place.File == "x/index.html").Select(f => f.Code).Order(StringComparer.Ordinal)];
    }

    [Theory]
    [InlineData("<p id=\"a\">", "PAGE001")]
    [InlineData("<h1>Again</h1>", "PAGE002")]
    [InlineData("<h3>Too deep</h3>", "PAGE003")]
    [InlineData("<img src=\"/\">", "PAGE006")]
    [InlineData("<a href=\"/z/\">z</a>", "PAGE007")]
    [InlineData("<img alt=\"\" src=\"/z.png\">", "PAGE007")]
    [InlineData("<script src=\"/z.js\"></script>", "PAGE007")]
    [InlineData("<a href=\"/y/#nowhere\">y</a>", "PAGE008")]
    [InlineData("<a href=\"#nowhere\">x</a>", "PAGE008")]
    [InlineData("<main>a</main><main>b</main>", "PAGE017")]
    [InlineData("<a accesskey=\"x\" href=\"#a\">a</a><a accesskey=\"X\" href=\"#a\">b</a>", "PAGE018")]
    public void What_a_reader_would_trip_over_is_named(string html, string code) => Assert.Equal([code], CodesOf(Good + html));

    [Fact]
    public void A_page_that_no_browser_builds_is_refused_before_a_tree_of_it_is_built()
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Assert.Equal(["PAGE016"], CodesOf(Good + string.Concat(Enumerable.Repeat("<div>", 100_000))));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), clock.Elapsed.ToString());
    }

    [Fact]
    public void A_long_page_with_nothing_nested_is_checked() =>
        Assert.Empty(CodesOf(Good + string.Concat(Enumerable.Repeat("<div><p>a<br><ul><li>b<li>c</ul></div>", 5_000))));

    [Theory]
    [InlineData("<!doctype html><html><head><title>T</title></head><body><h1>H</h1>", "PAGE004")]
    [InlineData("<!doctype html><html lang=\"en\"><head></head><body><h1>H</h1>", "PAGE005")]
    [InlineData("<!doctype html><html lang=\"en\"><head><title> </title></head><body><h1>H</h1>", "PAGE005")]
    [InlineData("<!doctype html><html lang=\"en\"><head><title>T</title></head><body>", "PAGE002")]
    public void So_is_what_the_frame_lacks(string html, string code) => Assert.Equal([code], CodesOf(html));

    [Theory]
    [InlineData("<a href=\"/y/\">y</a> <a href=\"/\">h</a> <a href=\"#a\">a</a>")]
    [InlineData("<a href=\"/y/#p%C3%A4pstlich\">y</a>")]
    [InlineData("<a href=\"/%C3%A9.pdf\">e</a>")]
    [InlineData("<a href=\"https://elsewhere.example/z/#w\">w</a> <a href=\"mailto:a@b.example\">m</a>")]
    [InlineData("<h2>Two</h2><h3>Three</h3><h2>Two</h2><img src=\"/é.pdf\" alt=\"\">")]
    public void A_sound_page_has_no_finding(string html) => Assert.Empty(CodesOf(Good + html));

    [Fact]
    public void Links_are_those_below_the_folder_that_the_site_is_served_from()
    {
        Assert.Empty(CodesOf(Good + "<a href=\"/deep/y/\">y</a>", "/deep"));
        Assert.Equal(["PAGE007"], CodesOf(Good + "<a href=\"/y/\">y</a>", "/deep"));
    }
}
