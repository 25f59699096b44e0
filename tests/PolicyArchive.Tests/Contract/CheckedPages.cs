using System.Text;
using PolicyArchive.Checking;
using PolicyArchive.Pages;

namespace PolicyArchive.Tests.Contract;

public sealed class CheckedPages
{
    private const string Good = "<!doctype html><html lang=\"en\"><head><title>T</title></head><body><h1 id=\"a\">H</h1>";

    private static string[] CodesOf(string html)
    {
        var check = new SiteCheck(["x/index.html", "y/index.html", "index.html", "x/z.pdf"], "/sub", "https://own.example");
        return [.. check.Check([new("x/index.html", Encoding.UTF8.GetBytes(Good + html))]).Select(f => f.Code).Distinct()];
    }

    [Theory]
    [InlineData("<p>One</div>", "PAGE009")]
    [InlineData("<ul aria-labelledby=\"none\"><li>x</ul>", "PAGE010")]
    [InlineData("<label for=\"none\">x</label>", "PAGE010")]
    [InlineData("<h2> </h2>", "PAGE011")]
    [InlineData("<a href=\"/sub/\"></a>", "PAGE012")]
    [InlineData("<button></button>", "PAGE012")]
    [InlineData("<input name=\"q\">", "PAGE013")]
    [InlineData("<img alt=\"\" src=\"https://elsewhere.example/pixel.gif\">", "PAGE014")]
    [InlineData("<iframe src=\"//elsewhere.example/\"></iframe>", "PAGE014")]
    [InlineData("<p style=\"color: red\">x</p>", "PAGE015")]
    [InlineData("<p onclick=\"x()\">x</p>", "PAGE015")]
    [InlineData("<a href=\"javascript:x()\">x</a>", "PAGE015")]
    [InlineData("<script>x()</script>", "PAGE015")]
    [InlineData("<a href=\"z\">z</a>", "PAGE007")]
    [InlineData("<a href=\"../w/\">z</a>", "PAGE007")]
    [InlineData("<a href=\"https://own.example/sub/w/\">z</a>", "PAGE007")]
    [InlineData("<form action=\"/sub/w/\"><button>x</button></form>", "PAGE007")]
    public void What_can_be_known_to_be_wrong_is_named(string html, string code) => Assert.Equal([code], CodesOf(html));

    [Theory]
    [InlineData("<a href=\"z.pdf\">z</a> <a href=\"../y/\">y</a> <a href=\"?q=1#a\">x</a> <a href=\"https://own.example/sub\">h</a>")]
    [InlineData("<a href=\"https://own.example/elsewhere/\">not of this site</a> <a href=\"https://own.example.org/\">nor this</a>")]
    [InlineData("<label>q <input name=\"q\"></label> <label for=\"i\">i</label> <input id=\"i\"> <input aria-label=\"s\" name=\"s\"> <input type=\"hidden\" name=\"h\">")]
    [InlineData("<a href=\"/sub/\"><img alt=\"Home\" src=\"/sub/x/z.pdf\"></a> <button aria-label=\"Close\"></button>")]
    [InlineData("<script type=\"application/ld+json\">{}</script>")]
    [InlineData("<p aria-labelledby=\"a\">x</p>")]
    public void A_sound_page_has_no_finding(string html) => Assert.Empty(CodesOf(html));
}
