using System.Security.Cryptography;
using PolicyArchive.Sharing;
using PolicyArchive.Sharing.Drawing;
using PolicyArchive.Sharing.Type;
using PolicyArchive.Wording;

namespace PolicyArchive.Tests.Sharing;

public sealed class TypeInEveryScript
{
    private static readonly string Fonts = Path.Combine(SmallSite.Repository, "theme", "cards");
    private static readonly string[] Large = [.. Directory.GetFiles(Fonts, "*.?tf").Order(StringComparer.Ordinal)];
    private static readonly CardDesign Design = CardDesign.Open(Large, [.. Directory.GetFiles(Path.Combine(Fonts, "small"), "*.?tf"), .. Large], _ => null, out _)!;

    public static TheoryData<string, string> Titles => new()
    {
        { "en", "Cash before the drought peaks: “why” it’s €5 – not £7" },
        { "fr", "L’eau, « bien commun » : quelles règles pour les années sèches ?" },
        { "pl", "Źródła finansowania służby zdrowia" },
        { "vi", "Chính sách nước sạch cho đồng bằng sông Cửu Long" },
        { "el", "Η μετάβαση στην καθαρή ενέργεια" },
        { "ru", "Пенсионная реформа: что показал первый год" },
        { "uk", "Як ґрунтується щорічний бюджет" },
        { "ar", "تمويل المناخ في الشرق الأوسط: ما تعلمناه من 25 مشروعًا؟" },
        { "fa", "سیاست آب در خشکسالی ۱۴۰۰: می‌توان یاد گرفت" },
        { "ur", "پاکستان میں پانی کی پالیسی" },
        { "he", "מדיניות הדיור בישראל" },
        { "zh-Hans", "碳边境调节机制与最不发达国家：豁免、退税与“转型资金”" },
        { "zh-Hant", "長者照護與社會政策：「在地安老」" },
        { "ja", "水道料金はなぜ上がるのか――「広域化」をめぐる選択" },
        { "ko", "기후 위기 시대의 도시 교통 정책" },
        { "th", "นโยบายน้ำประปาและการเปลี่ยนแปลงสภาพภูมิอากาศในเมือง" },
        { "bn", "জলবায়ু পরিবর্তন ও গ্রামীণ স্বাস্থ্য" },
        { "ta", "நகர்ப்புற நீர் கொள்கை" },
        { "km", "គោលនយោបាយទឹកស្អាតនៅកម្ពុជា" },
        { "my", "ရေအရင်းအမြစ်မူဝါဒ" },
        { "am", "የውሃ ፖሊሲ በኢትዮጵያ" },
        { "ka", "წყლის პოლიტიკა საქართველოში" },
        { "hy", "Ջրային քաղաքականություն" },
        { "hi", "स्वास्थ्य कार्यकर्ताओं का वेतन: ग्रामीण भारत से सबक" },
    };

    [Theory]
    [MemberData(nameof(Titles))]
    public void No_letter_becomes_an_empty_box(string language, string title)
    {
        Assert.Null(Design.Large.FirstMissing(TypeCase.Settable(title)));
        Assert.Null(Design.Small.FirstMissing(TypeCase.Settable(title)));
        var paragraph = Paragraph.Of(TypeCase.Settable(title), language, Direction.IsRightToLeft(language), Design.Large);
        var line = paragraph.Line(0, paragraph.Text.Length);

        // Glyph 0 is the box.
        Assert.DoesNotContain(line.Glyphs, glyph => glyph.Glyph == 0);
        Assert.InRange(line.Width, paragraph.Width() - 0.01f, paragraph.Width() + 0.01f);
    }

    [Theory]
    [MemberData(nameof(Titles))]
    public void A_card_is_printed_within_its_margins_from_the_side_on_which_the_language_begins(string language, string title)
    {
        var isRightToLeft = Direction.IsRightToLeft(language);
        var card = PngFile.Read(Design.Card.Draw(Text(language, title)));
        var (left, right) = card.Extent(30, 630);
        Assert.InRange(left, 78, 92);
        Assert.InRange(right, 1100, 1122);
        var mark = card.Extent(0, 14);
        Assert.Equal(isRightToLeft ? (998, 1115) : (84, 201), mark);
        var name = card.Extent(60, 125);
        Assert.True(isRightToLeft ? name is { Left: > 500, Right: > 1100 } : name is { Left: < 100, Right: < 700 });
    }

    // Of the pixels, not of the file: the packing may change with the runtime.
    [Fact]
    public void The_pixels_are_the_same_on_every_machine()
    {
        using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (language, title) in Titles.Select(row => ((string)row[0], (string)row[1])))
        {
            sum.AppendData(PngFile.Read(Design.Card.Draw(Text(language, title))).Pixels);
        }

        Assert.Equal("1e822073ff08f83c", Convert.ToHexStringLower(sum.GetHashAndReset())[..16]);
    }

    [Fact]
    public void Cards_drawn_at_once_are_as_those_drawn_one_by_one()
    {
        var texts = Titles.Select(row => Text((string)row[0], (string)row[1])).ToArray();
        var alone = texts.Select(Design.Card.Draw).ToArray();
        Parallel.For(0, 64, i => Assert.Equal(alone[i % texts.Length], Design.Card.Draw(texts[i % texts.Length])));
    }

    [Fact]
    public void A_title_is_set_in_one_to_four_lines_the_longer_the_smaller()
    {
        var (size, lines) = (float.MaxValue, 0);
        foreach (var words in (int[])[1, 3, 6, 12, 18, 24, 32])
        {
            var title = FittedText.Title(Paragraph.Of(string.Join(' ', Enumerable.Range(0, words).Select(i => i % 3 == 0 ? "community" : "health")), "en", false, Design.Large), 1032, 270);
            Assert.True(title.Size <= size && title.Lines.Length >= Math.Min(lines, 2) && title.Lines.Length <= 4);
            Assert.All(title.Lines, line => Assert.InRange(line.Width * title.Size, 1, 1032));
            Assert.InRange(title.Height, 1, 271);
            (size, lines) = (title.Size, title.Lines.Length);
        }

        Assert.Equal(42, size);
    }

    [Fact]
    public void The_lines_of_a_title_are_about_as_long_as_each_other()
    {
        var title = FittedText.Title(Paragraph.Of("Minimum wages in 2024 and the year after that one", "en", false, Design.Large), 1032, 270);
        Assert.True(title.Lines.Length > 1 && title.Lines.Min(line => line.Width) > title.Lines.Max(line => line.Width) * 0.7f);
    }

    [Theory]
    [InlineData("en", "One_word_without_any_place_to_break_it_that_is_wider_than_the_card_itself_and_more_and_more_of_it")]
    [InlineData("en", "A title that is far longer than any editor should ever let pass because it goes on and on through clause after clause, explaining everything which the summary would have said better, until at last even the smallest type cannot hold it on the card")]
    [InlineData("zh-Hans", "碳边境调节机制与最不发达国家碳边境调节机制与最不发达国家碳边境调节机制与最不发达国家碳边境调节机制与最不发达国家碳边境调节机制与最不发达国家碳边境调节机制与最不发达国家碳边境调节机制与最不发达国家碳边境调节机制与最不发达国家")]
    public void What_is_too_long_for_any_size_stays_on_the_card(string language, string title)
    {
        var fitted = FittedText.Title(Paragraph.Of(title, language, false, Design.Large), 1032, 270);
        Assert.True(fitted.Lines.Length <= 4 && fitted.Height <= 271);
        Assert.All(fitted.Lines, line => Assert.True(line.Width * fitted.Size <= 1033));
    }

    [Theory]
    [InlineData("abc", false, "000")]
    [InlineData("אבג", true, "111")]
    [InlineData("abc אבג def", false, "00001110000")]
    [InlineData("אב WHO גד", true, "111222111")]
    [InlineData("אב 25% גד", true, "111222111")]
    [InlineData("عام ٢٠٢٠، 25", true, "111122221122")]
    [InlineData("a, ب.", false, "00010")]
    public void Letters_go_in_their_own_directions(string text, bool isRightToLeft, string levels) =>
        Assert.Equal(levels, string.Concat(BidiLevels.Of(text, isRightToLeft)));

    [Theory]
    [InlineData("one two", "one |two")]
    [InlineData("border-free 1-2", "border-|free |1-2")]
    [InlineData("« bien commun » : quoi ?", "« bien |commun » : |quoi ?")]
    [InlineData("水は、「広域」か", "水|は、|「広|域」|か")]
    [InlineData("기후 위기", "기후 |위기")]
    [InlineData("a – b", "a – |b")]
    [InlineData("ในเมืองไทย", "ใน|เมือง|ไทย")]
    [InlineData("ក្រុងខ្មែរ", "ក្រុ|ង|ខ្មែ|រ")]
    public void Lines_end_where_readers_expect_it(string text, string broken)
    {
        var result = string.Concat(text.Select((sign, i) => i > 0 && LineBreaks.IsAllowed(text, i) ? $"|{sign}" : $"{sign}"));
        Assert.Equal(broken, result);
    }

    [Fact]
    public void A_picture_that_no_font_has_is_left_out()
    {
        Assert.Equal("Water policy 2030", Design.Large.WithoutUnknownSymbols("Water 💧🏽 policy 2030"));
        Assert.Equal("ꦗ", Design.Large.WithoutUnknownSymbols("ꦗ"));
    }

    [Fact]
    public void What_has_no_shape_is_not_set()
    {
        Assert.Equal("a b\u00A0c d", TypeCase.Settable(" a\n\t b\u00A0c\u200B\u00AD \uFEFFd\u200E"));
        Assert.Equal("می\u200Cتوان", TypeCase.Settable("می\u200Cتوان"));
    }

    private static CardText Text(string language, string title) => new()
    {
        Title = TypeCase.Settable(title),
        Name = "An Institute",
        Label = "Energy",
        Foot = ["Ada Ferrers", "José Ångström"],
        Language = language,
        IsRightToLeft = Direction.IsRightToLeft(language),
    };
}
