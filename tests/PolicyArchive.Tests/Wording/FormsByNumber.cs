using PolicyArchive.Wording;

namespace PolicyArchive.Tests.Wording;

/// <summary>The examples that Unicode's CLDR gives for each form, of whole numbers; <c>2~16</c> is each from 2 to 16.</summary>
public sealed class FormsByNumber
{
    [Theory]
    [InlineData("en", "one: 1; other: 0, 2~16, 100, 1000, 10000, 100000, 1000000")]
    [InlineData("de", "one: 1; other: 0, 2~16, 100, 1000, 10000, 100000, 1000000")]
    [InlineData("fr", "one: 0, 1; many: 1000000; other: 2~17, 100, 1000, 10000, 100000")]
    [InlineData("pt", "one: 0, 1; many: 1000000; other: 2~17, 100, 1000, 10000, 100000")]
    [InlineData("pt-PT", "one: 1; many: 1000000; other: 0, 2~16, 100, 1000, 10000, 100000")]
    [InlineData("es", "one: 1; many: 1000000; other: 0, 2~16, 100, 1000, 10000, 100000")]
    [InlineData("zh-Hans", "other: 0~15, 100, 1000, 10000, 100000, 1000000")]
    [InlineData("ko", "other: 0~15, 100, 1000, 10000, 100000, 1000000")]
    [InlineData("hi", "one: 0, 1; other: 2~17, 100, 1000, 10000, 100000, 1000000")]
    [InlineData("is", "one: 1, 21, 31, 41, 51, 61, 71, 81, 101, 1001; other: 0, 2~16, 100, 1000, 10000, 100000, 1000000")]
    [InlineData("fil", "one: 0~3, 5, 7, 8, 10~13, 15, 17, 18, 20, 21, 100, 1000; other: 4, 6, 9, 14, 16, 19, 24, 26, 104, 1004")]
    [InlineData("hr", "one: 1, 21, 31, 41, 51, 61, 71, 81, 101, 1001; few: 2~4, 22~24, 32~34, 42~44, 52~54, 62, 102, 1002; other: 0, 5~19, 100, 1000, 10000, 100000, 1000000")]
    [InlineData("ru", "one: 1, 21, 31, 41, 51, 61, 71, 81, 101, 1001; few: 2~4, 22~24, 32~34, 42~44, 52~54, 62, 102, 1002; many: 0, 5~19, 100, 1000, 10000, 100000, 1000000")]
    [InlineData("pl", "one: 1; few: 2~4, 22~24, 32~34, 42~44, 52~54, 62, 102, 1002; many: 0, 5~19, 100, 1000, 10000, 100000, 1000000")]
    [InlineData("cs", "one: 1; few: 2~4; other: 0, 5~19, 100, 1000, 10000, 100000, 1000000")]
    [InlineData("sl", "one: 1, 101, 201, 301, 401, 501, 601, 701, 1001; two: 2, 102, 202, 302, 402, 502, 602, 702, 1002; few: 3, 4, 103, 104, 203, 204, 1003; other: 0, 5~19, 100, 1000, 10000, 100000, 1000000")]
    [InlineData("lt", "one: 1, 21, 31, 41, 51, 61, 71, 81, 101, 1001; few: 2~9, 22~29, 102, 1002; other: 0, 10~20, 30, 40, 50, 60, 100, 1000, 10000, 100000, 1000000")]
    [InlineData("lv", "zero: 0, 10~20, 30, 40, 50, 60, 100, 1000, 10000, 100000, 1000000; one: 1, 21, 31, 41, 51, 61, 71, 81, 101, 1001; other: 2~9, 22~29, 102, 1002")]
    [InlineData("ro", "one: 1; few: 0, 2~16, 101, 1001; other: 20~35, 100, 1000, 10000, 100000, 1000000")]
    [InlineData("he", "one: 1; two: 2; other: 0, 3~17, 100, 1000, 10000, 100000, 1000000")]
    [InlineData("ga", "one: 1; two: 2; few: 3~6; many: 7~10; other: 0, 11~25, 100, 1000, 10000, 100000, 1000000")]
    [InlineData("cy", "zero: 0; one: 1; two: 2; few: 3; many: 6; other: 4, 5, 7~20, 100, 1000, 10000, 100000, 1000000")]
    [InlineData("mt", "one: 1; two: 2; few: 0, 3~10, 103~109, 1003; many: 11~19, 111~117, 1011; other: 20~35, 100, 1000, 10000, 100000, 1000000")]
    [InlineData("ar", "zero: 0; one: 1; two: 2; few: 3~10, 103~110, 1003; many: 11~26, 111, 1011; other: 100~102, 200~202, 300~302, 400~402, 500~502, 600, 1000, 10000, 100000, 1000000")]
    [InlineData("ar-EG", "zero: 0; one: 1; two: 2; few: 3~10; many: 11~26; other: 100~102")]
    public void A_number_takes_the_form_that_Unicode_gives_it(string language, string examples)
    {
        var rule = PluralRule.For(language);
        foreach (var form in examples.Split("; ").Select(f => f.Split(": ")))
        {
            foreach (var number in form[1].Split(", ").SelectMany(Numbers))
            {
                Assert.Equal((number, form[0]), (number, rule.Of(number).ToString().ToLowerInvariant()));
            }

            Assert.Contains(rule.Categories, category => category.ToString().Equals(form[0], StringComparison.OrdinalIgnoreCase));
        }
    }

    private static IEnumerable<long> Numbers(string example)
    {
        var ends = example.Split('~').Select(long.Parse).ToArray();
        for (var number = ends[0]; number <= ends[^1]; number++)
        {
            yield return number;
        }
    }
}
