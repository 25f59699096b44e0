using System.Globalization;
using System.Text.RegularExpressions;
using PolicyArchive.Reading;
using PolicyArchive.Wording;

namespace PolicyArchive.Tests.Wording;

/// <summary>The words files that ship with the program.</summary>
public sealed partial class TheWordsFiles
{
    private static string Folder { get; } = Path.Combine(SmallSite.Repository, "theme", "words");

    private static string[] Tags { get; } = [.. Directory.GetFiles(Folder, "*.yml").Select(f => Path.GetFileNameWithoutExtension(f)!).Where(n => n != "languages").Order(StringComparer.Ordinal)];

    public static TheoryData<string> Languages => [.. Tags];

    private static bool IsWhole(string language) => !language.StartsWith("en-", StringComparison.Ordinal);

    [Fact]
    public void They_are_of_these_languages() =>
        Assert.Equal(["ar", "de", "en", "en-US", "es", "fr", "ko", "ru", "zh-Hans"], Tags);

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_file_has_every_word_in_the_order_of_English_in_every_form_of_its_language(string language)
    {
        var file = BuiltInWords.Of(language)!;
        if (!IsWhole(language))
        {
            Assert.All(file.Entries.Keys, key => Assert.Contains(key, BuiltInWords.English.Entries.Keys));
            return;
        }

        Assert.Equal(BuiltInWords.English.Entries.Keys, file.Entries.Keys);
        foreach (var (key, entry) in file.Entries)
        {
            Assert.Equal(BuiltInWords.English.Entries[key].IsPlural, entry.IsPlural);
            if (entry.IsPlural)
            {
                Assert.Equal(PluralRule.For(language).Categories, entry.Forms.Select(f => f.Category));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void What_stands_in_the_folder_is_what_the_program_has(string language)
    {
        Assert.Equal(File.ReadAllBytes(Path.Combine(Folder, language + ".yml")), BuiltInWords.Bytes(language));
        var (words, findings) = WordsFolder.In(Path.Combine(SmallSite.Repository, "theme"), "theme");
        Assert.Empty(findings);
        Assert.Same(WordsFolder.BuiltIn, words);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_text_is_typeset_as_its_language_does(string language)
    {
        foreach (var (key, entry) in BuiltInWords.Of(language)!.Entries)
        {
            foreach (var text in entry.Forms.Select(f => f.Text).Concat(entry.Items))
            {
                Assert.Equal((key, text), (key, text.Normalize()));
                Assert.DoesNotMatch("""["']|\.\.\.|  """, text);
                Assert.False(IsWhole(language) && language == "zh-Hans" && HalfWidth.IsMatch(text), $"{key}: {text}");
                Assert.False(language == "fr" && UnboundMark.IsMatch(text), $"{key}: {text}");
            }
        }
    }

    [Fact]
    public void Every_language_of_the_files_calls_itself_something() =>
        Assert.All(Tags, language => Assert.NotEqual(language, WordsFolder.BuiltIn.English.NameOf(language)));

    [Theory]
    [InlineData("en", "21 July 2016", "July 2016", "2016", "1 March 2020", "12,345")]
    [InlineData("en-GB", "21 July 2016", "July 2016", "2016", "1 March 2020", "12,345")]
    [InlineData("en-US", "July 21, 2016", "July 2016", "2016", "March 1, 2020", "12,345")]
    [InlineData("fr", "21 juillet 2016", "juillet 2016", "2016", "1er mars 2020", "12\u202F345")]
    [InlineData("fr-CA", "21 juillet 2016", "juillet 2016", "2016", "1er mars 2020", "12\u202F345")]
    [InlineData("de", "21. Juli 2016", "Juli 2016", "2016", "1. März 2020", "12.345")]
    [InlineData("es", "21 de julio de 2016", "julio de 2016", "2016", "1 de marzo de 2020", "12.345")]
    [InlineData("zh-Hans", "2016年7月21日", "2016年7月", "2016年", "2020年3月1日", "12,345")]
    [InlineData("zh-CN", "2016年7月21日", "2016年7月", "2016年", "2020年3月1日", "12,345")]
    [InlineData("zh", "2016年7月21日", "2016年7月", "2016年", "2020年3月1日", "12,345")]
    [InlineData("ko", "2016년 7월 21일", "2016년 7월", "2016년", "2020년 3월 1일", "12,345")]
    [InlineData("ru", "21 июля 2016\u00A0г.", "июль 2016\u00A0г.", "2016", "1 марта 2020\u00A0г.", "12\u00A0345")]
    [InlineData("ar", "21 يوليو 2016", "يوليو 2016", "2016", "1 مارس 2020", "12,345")]
    [InlineData("ar-MA", "21 يوليو 2016", "يوليو 2016", "2016", "1 مارس 2020", "12,345")]
    [InlineData("ar-EG", "٢١ يوليو ٢٠١٦", "يوليو ٢٠١٦", "٢٠١٦", "١ مارس ٢٠٢٠", "١٢٬٣٤٥")]
    public void Dates_and_numbers_are_written_as_natives_write_them(string language, string day, string month, string year, string first, string number)
    {
        var words = WordsFolder.BuiltIn.Find(language)!;
        var date = new DateOnly(2016, 7, 21);
        Assert.Equal((day, month, year, first, number), (words.Day(date), words.Month(date), words.Year(2016), words.Day(new DateOnly(2020, 3, 1)), words.Number(12345)));
    }

    [Theory]
    [InlineData("en", "999", "1,000", "1,234,567", "12 kB", "1.2 MB")]
    [InlineData("es", "999", "1000", "1.234.567", "12\u00A0kB", "1,2\u00A0MB")]
    [InlineData("fr", "999", "1\u202F000", "1\u202F234\u202F567", "12\u00A0ko", "1,2\u00A0Mo")]
    [InlineData("ar-SA", "٩٩٩", "١٬٠٠٠", "١٬٢٣٤٬٥٦٧", "١٢ كيلوبايت", "١٫٢ ميغابايت")]
    public void Numbers_are_grouped_as_natives_group_them(string language, string hundreds, string thousand, string million, string kilobytes, string megabytes)
    {
        var words = WordsFolder.BuiltIn.Find(language)!;
        Assert.Equal((hundreds, thousand, million, kilobytes, megabytes), (words.Number(999), words.Number(1000), words.Number(1_234_567), words.Size(12_345), words.Size(1_234_567)));
    }

    [Theory]
    [InlineData("en", "A", "A and B", "A, B and C")]
    [InlineData("en-US", "A", "A and B", "A, B, and C")]
    [InlineData("de", "A", "A und B", "A, B und C")]
    [InlineData("zh-Hans", "A", "A和B", "A、B和C")]
    [InlineData("ko", "A", "A 및 B", "A, B 및 C")]
    [InlineData("ar", "A", "A وB", "A، B وC")]
    public void Lists_are_joined_as_natives_join_them(string language, string one, string two, string three)
    {
        var words = WordsFolder.BuiltIn.Find(language)!;
        Assert.Equal((one, two, three, ""), (words.List(["A"]), words.List(["A", "B"]), words.List(["A", "B", "C"]), words.List([])));
    }

    [Theory]
    [InlineData("zh-TW")]
    [InlineData("zh-Hant")]
    [InlineData("zh-Hant-HK")]
    [InlineData("tlh")]
    public void Who_reads_another_script_or_language_is_not_served_with_these(string language) => Assert.Null(WordsFolder.BuiltIn.Find(language));

    [Theory]
    [InlineData("de", "Deutsch")]
    [InlineData("de-AT", "Deutsch")]
    [InlineData("pt-BR", "português do Brasil")]
    [InlineData("zh-Hant-TW", "繁體中文")]
    [InlineData("tlh", "tlh")]
    public void A_language_is_called_as_it_calls_itself(string language, string name) => Assert.Equal(name, WordsFolder.BuiltIn.English.NameOf(language));

    [Fact]
    public void Nothing_depends_on_the_culture_of_the_machine()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("fa-IR");
            Assert.Equal(("21 July 2016", "1,2\u00A0Mo"), (WordsFolder.BuiltIn.English.Day(new DateOnly(2016, 7, 21)), WordsFolder.BuiltIn.Find("fr")!.Size(1_234_567)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    // A mark of half width beside a character, but for those between digits and in addresses of slots.
    [GeneratedRegex(@"[\u4e00-\u9fff}][,;:!?()]|[,;:!?()][\u4e00-\u9fff{]")]
    private static partial Regex HalfWidth { get; }

    [GeneratedRegex(@" [:;!?»]|« |[^\u00A0]»")]
    private static partial Regex UnboundMark { get; }
}
