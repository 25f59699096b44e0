using System.Text;
using PolicyArchive.Searching.Analysis;

namespace PolicyArchive.Tests.Searching;

public sealed class WordsOfTexts
{
    [Theory]
    [InlineData("Carbon-pricing in 2024, again", "carbon pricing in 2024 again")]
    [InlineData("The government's plan didn't say", "the governments plan didnt say")]
    [InlineData("the ministry’s l’énergie", "the ministrys l energie")]
    [InlineData("CO₂ and ﬁnance", "co2 and finance")]
    [InlineData("Straße, Łódź, ÆRØ, İzmir", "strasse lodz aero izmir")]
    [InlineData("Ёлка и йод", "елка и йод")]
    [InlineData("ΟΔΟΣ οδός", "οδοσ οδοσ")]
    [InlineData("日本の政策", "日本 本の の政 政策")]
    [InlineData("水", "水")]
    [InlineData("GDP成長 2020年", "gdp 成長 2020 年")]
    [InlineData("한국 정책", "한국 정책")]
    [InlineData("การเมือง", "กา าร รเ เม มื ือ อง")]
    [InlineData("हिन्दी नीति", "हिन्दी नीति")]
    [InlineData("co\u00ADoperate", "cooperate")]
    [InlineData(" …— ", "")]
    public void A_text_has_these_words(string text, string expected) =>
        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), WordsOf(text));

    [Fact]
    public void Composed_and_decomposed_letters_are_one_word() =>
        Assert.Equal(WordsOf("élection naïve"), WordsOf("élection naïve".Normalize(NormalizationForm.FormD)));

    [Theory]
    [InlineData("en", "policies", "policy")]
    [InlineData("en", "government's", "governments")]
    [InlineData("fr", "électorales", "électoral")]
    [InlineData("de", "Häuser", "Haus")]
    [InlineData("ru", "выборы", "выборов")]
    public void Words_of_one_stem_share_it_in_their_language(string language, string one, string other)
    {
        var vocabulary = new Vocabulary();
        var local = new LocalWords(Language.Of(language), vocabulary);
        var (first, second) = (Id(local, one), Id(local, other));
        Assert.Equal(vocabulary.Words[first].Stem, vocabulary.Words[second].Stem);
    }

    [Fact]
    public void Words_of_a_language_without_a_stemmer_stand_as_they_are()
    {
        var vocabulary = new Vocabulary();
        var id = Id(new LocalWords(Language.Of("sw-KE"), vocabulary), "Uchaguzi");
        Assert.Equal("uchaguzi"u8, vocabulary.Words[id].Form);
        Assert.Equal("uchaguzi"u8, vocabulary.Stems[vocabulary.Words[id].Stem]);
    }

    [Fact]
    public void Every_stop_list_that_is_named_is_found()
    {
        foreach (var tag in (string[])["da", "de", "en", "es", "fi", "fr", "hu", "it", "nb", "nl", "no", "pt", "ru", "sv"])
        {
            Assert.True(Language.Of(tag).StopWords().Count() > 30, tag);
        }

        Assert.Contains("what", Language.Of("en-GB").StopWords());
        Assert.Contains("dont", Language.Of("en").StopWords());
    }

    [Fact]
    public void Runs_too_long_to_be_words_are_not_indexed()
    {
        var local = new LocalWords(Language.Of("en"), new Vocabulary());
        Assert.Equal(-1, Id(local, new string('a', 41)));
        Assert.Equal(0, Id(local, new string('a', 40)));
    }

    internal static string[] WordsOf(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        var words = new List<string>();
        for (var tokens = new Tokens(utf8); tokens.MoveNext();)
        {
            words.Add(Fold.Of(Encoding.UTF8.GetString(utf8, tokens.Start, tokens.End - tokens.Start)));
        }

        return [.. words];
    }

    private static int Id(LocalWords words, string word) => words.Id(Encoding.UTF8.GetBytes(word), isDense: false);
}
