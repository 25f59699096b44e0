using Microsoft.Playwright;

namespace PolicyArchive.Tests.Browsing;

[Collection(BrowserTests.Name)]
public sealed class NotesBesideTheText(Browser browser)
{
    private const string Brief = "briefs/groundwater-metering/index.html";

    // Where each note and its number stand: [top, bottom, start] of the note, top of the number, end of the text's column.
    private const string Places = """
        () => [...document.querySelectorAll(".notes li")].map(note => {
            const box = note.getBoundingClientRect(), number = document.getElementById(note.id.replace("fn", "fnref")).getBoundingClientRect();
            return [box.top + scrollY, box.bottom + scrollY, box.left, number.top + scrollY, document.querySelector(".prose > p").getBoundingClientRect().right];
        })
        """;

    private async Task<double[][]> PlacesAsync(int width, Media media = Media.Screen)
    {
        await using var visit = await browser.VisitAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = 900 } });
        await visit.GoAsync(browser.Sample.AddressOf(Brief));
        await visit.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = media });
        visit.AssertNoComplaints();
        return await visit.Page.EvaluateAsync<double[][]>(Places);
    }

    [Fact]
    public async Task On_a_wide_screen_a_note_stands_level_with_its_number_or_below_the_note_before()
    {
        var places = await PlacesAsync(1440);
        Assert.Equal(8, places.Length);
        var above = 0.0;
        foreach (var (top, bottom, start, number, text) in places.Select(p => (p[0], p[1], p[2], p[3], p[4])))
        {
            Assert.True(start >= text, "within the text");
            Assert.InRange(top, Math.Max(number, above) - 1, Math.Max(number, above) + 1);
            above = bottom;
        }

        Assert.Contains(places, p => p[0] > p[3] + 2);
    }

    [Theory]
    [InlineData(1200, Media.Screen)]
    [InlineData(320, Media.Screen)]
    [InlineData(1440, Media.Print)]
    public async Task Elsewhere_they_stand_below_the_text(int width, Media media)
    {
        var places = await PlacesAsync(width, media);
        Assert.All(places, p => Assert.True(p[0] > places.Max(other => other[3]), "beside the text"));
        Assert.All(places, p => Assert.True(p[2] < p[4], "beside the text"));
    }

    [Fact]
    public async Task Wherever_they_stand_they_are_one_list_that_is_read_once_and_reached_from_its_numbers()
    {
        await using var visit = await browser.VisitAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 1440, Height = 900 } });
        await visit.GoAsync(browser.Sample.AddressOf(Brief));
        Assert.Equal(8, await visit.Page.GetByRole(AriaRole.Listitem).Filter(new LocatorFilterOptions { Has = visit.Page.Locator("[role=doc-backlink]") }).CountAsync());
        await visit.Page.Locator("#fnref-3").ClickAsync();
        Assert.True(await visit.Page.EvaluateAsync<bool>("() => document.querySelector(':target').id === 'fn-3' && document.querySelector(':target').getBoundingClientRect().top < innerHeight"));
    }
}
