using System.Text;
using PolicyArchive.Naming;

namespace PolicyArchive.Tests.Naming;

public sealed class Slugs
{
    [Theory]
    [InlineData("Climate policy", "climate-policy")]
    [InlineData("  Who pays?  (And why)  ", "who-pays-and-why")]
    [InlineData("R&D—a review", "r-d-a-review")]
    [InlineData("Don't, won’t", "dont-wont")]
    [InlineData("co\u00ADoperation", "cooperation")]
    [InlineData("Ångström, Łódź, Straße, Ærø", "angstrom-lodz-strasse-aero")]
    [InlineData("Ångström", "angstrom")]
    [InlineData("Énergie", "energie")]
    [InlineData("Энергия й", "энергия-й")]
    [InlineData("Ενέργεια", "ενέργεια")]
    [InlineData("日本 の 政策", "日本-の-政策")]
    [InlineData("ガス", "ガス")]
    [InlineData("हिन्दी नीति", "हिन्दी-नीति")]
    [InlineData("سياسة الطاقة", "سياسة-الطاقة")]
    [InlineData("𝒳 100 % ١٢", "𝒳-100-١٢")]
    [InlineData("--a--b--", "a-b")]
    [InlineData("\u1E9E\u0323 \u2C7F\u0301", "ss-ɀ")]
    [InlineData("n'\uA802w", "n-w")]
    public void A_title_makes_a_slug_of_its_letters_and_digits(string title, string slug) =>
        Assert.Equal(slug, Slug.FromTitle(title)?.Text);

    [Theory]
    [InlineData("")]
    [InlineData("?!")]
    [InlineData("—")]
    [InlineData("\u0301")]
    public void A_title_without_letter_or_digit_makes_none(string title) => Assert.Null(Slug.FromTitle(title));

    [Theory]
    [InlineData("a")]
    [InlineData("metering-water")]
    [InlineData("2016")]
    [InlineData("énergie")]
    [InlineData("日本の政策")]
    public void A_slug_is_taken_as_its_writer_gave_it(string text)
    {
        Assert.True(Slug.TryParse(text, out var slug));
        Assert.Equal(text, slug.Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Water")]
    [InlineData("a b")]
    [InlineData("a--b")]
    [InlineData("-a")]
    [InlineData("a-")]
    [InlineData("a/b")]
    [InlineData("a.b")]
    [InlineData("..")]
    [InlineData("a_b")]
    [InlineData("e\u0301")]
    public void What_is_no_slug_is_refused_and_never_repaired(string text) => Assert.False(Slug.TryParse(text, out _));

    [Fact]
    public void A_slug_fits_a_file_name_in_bytes_and_is_cut_between_characters()
    {
        var slug = Slug.FromTitle(new string('政', 300))!.Value.Text;
        Assert.InRange(Encoding.UTF8.GetByteCount(slug), 190, 200);
        Assert.Equal(slug, Slug.FromTitle(slug)!.Value.Text);
        Assert.All(slug, c => Assert.Equal('政', c));
    }
}
