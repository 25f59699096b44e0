using PolicyArchive.Naming;

namespace PolicyArchive.Tests.Naming;

public sealed class Names
{
    [Theory]
    [InlineData("Climate policy", "CLIMATE  policy")]
    [InlineData(" Climate\u00A0policy\t", "climate policy")]
    [InlineData("Énergie", "E\u0301nergie")]
    [InlineData("Ω", "\u2126")]
    [InlineData("σοφός", "ΣΟΦΌΣ")]
    [InlineData("Ϋ\u0301", "ΰ")]
    public void Names_equal_but_for_case_spaces_and_Unicode_form_are_one(string a, string b) =>
        Assert.Equal(TextFold.Key(a), TextFold.Key(b));

    [Theory]
    [InlineData("Energie", "Énergie")]
    [InlineData("Climate-policy", "Climate policy")]
    [InlineData("Water", "Waters")]
    public void Names_that_differ_in_a_letter_or_sign_are_two(string a, string b) =>
        Assert.NotEqual(TextFold.Key(a), TextFold.Key(b));

    [Theory]
    [InlineData("titel", "title")]
    [InlineData("sumary", "summary")]
    [InlineData("autors", "authors")]
    [InlineData("pubilshed", "published")]
    [InlineData("provenance", null)]
    [InlineData("zzz", null)]
    public void The_name_that_a_mistyped_one_may_have_meant_is_found(string word, string? meant) =>
        Assert.Equal(meant, Nearest.To(word, ["title", "summary", "authors", "published", "topics"]));
}
