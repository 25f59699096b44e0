using System.Globalization;
using System.Text;
using CsCheck;
using PolicyArchive.Briefs;
using PolicyArchive.Naming;

namespace PolicyArchive.Tests.Properties;

public sealed class NamesAndAddresses
{
    [Fact]
    public void The_slug_of_a_slug_is_itself_and_is_one_that_a_writer_may_give() => TextsOfAnyKind.Title.Sample(title =>
    {
        if (Slug.FromTitle(title) is { } slug)
        {
            Assert.Equal(slug, Slug.FromTitle(slug.Text));
            Assert.True(Slug.TryParse(slug.Text, out var parsed) && parsed == slug);
            Assert.InRange(Encoding.UTF8.GetByteCount(slug.Text), 1, 200);
            Assert.True(slug.Text.IsNormalized());
            Assert.DoesNotContain("--", slug.Text, StringComparison.Ordinal);
            Assert.DoesNotContain('/', slug.Text);
        }
    }, iter: 2_000);

    [Fact]
    public void So_is_that_of_every_character_there_is_with_and_without_an_accent()
    {
        foreach (var rune in Enumerable.Range(0, 0x110000).Where(Rune.IsValid).Select(i => new Rune(i)))
        {
            foreach (var title in (string[])[rune.ToString(), $"a{rune}\u0301", $"{rune}'{rune}"])
            {
                if (Slug.FromTitle(title) is { } slug && Slug.FromTitle(slug.Text) != slug)
                {
                    Assert.Fail($"U+{rune.Value:X4}: {slug.Text}");
                }

                if (TextFold.Key(title) is var key && TextFold.Key(key) != key)
                {
                    Assert.Fail($"U+{rune.Value:X4}: {key}");
                }
            }
        }
    }

    [Fact]
    public void Names_that_meet_under_one_key_do_so_for_good() => TextsOfAnyKind.Title.Sample(name =>
    {
        var key = TextFold.Key(name);
        Assert.Equal(key, TextFold.Key(key));
        Assert.Equal(key, TextFold.Key(name.Normalize(NormalizationForm.FormD)));
        Assert.Equal(key, TextFold.Key($"  {name}\u00A0"));
    }, iter: 2_000);

    [Fact]
    public void Names_are_the_same_in_every_culture() => TextsOfAnyKind.Title.Sample(title =>
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            var results = ((string[])["", "tr-TR", "lt-LT", "ar-SA", "th-TH"]).Select(culture =>
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                return (Slug.FromTitle(title), TextFold.Key(title));
            }).Distinct();
            Assert.Single(results);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }, iter: 500);

    [Fact]
    public void An_address_is_escaped_and_read_back_as_itself() => TextsOfAnyKind.Title.Sample(name =>
    {
        var text = "/" + string.Concat(name.Split('/').Select(part => Uri.EscapeDataString(part) + "/"));
        if (SiteUrl.TryParse(text, out var url))
        {
            Assert.All(url.Value.Escaped, c => Assert.True(c is > ' ' and < '\u007F'));
            Assert.Equal(url.Value.Path, Uri.UnescapeDataString(url.Value.Escaped));
            Assert.True(SiteUrl.TryParse(url.Value.Escaped, out var again) && again == url);
            Assert.DoesNotContain("..", url.Value.OutputPath.Split('/'));
        }
    }, iter: 2_000);

    [Fact]
    public void A_date_is_written_as_it_is_read() => Gen.Select(Gen.Date, Gen.Int[-14 * 60, 14 * 60], Gen.Bool).Sample((day, offset, hasTime) =>
    {
        var date = new PublicationDate.Known(DateOnly.FromDateTime(day), hasTime ? new DateTimeOffset(day.Date, TimeSpan.FromMinutes(offset)) : null);
        Assert.Equal(date, PublicationDate.Parse(date.Iso));
    }, iter: 1_000);
}
