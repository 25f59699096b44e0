using PolicyArchive.Findings;

namespace PolicyArchive.Tests.Reading;

public sealed class FaultsInABrief
{
    [Theory]
    [InlineData("updated: 2019-13-01", "BRIEF012 briefs/x.md(4,10)")]
    [InlineData("updated: 2019-03-03", "BRIEF017 briefs/x.md(4,10)")]
    [InlineData("updated: [2020-01-01]", "BRIEF010 briefs/x.md(4,10)")]
    [InlineData("not_before: soon", "BRIEF012 briefs/x.md(4,13)")]
    [InlineData("authors: [[Ana]]", "BRIEF010 briefs/x.md(4,11)")]
    [InlineData("authors: [{orcid: 0000-0002-1825-0097}]", "BRIEF022 briefs/x.md(4,11)")]
    [InlineData("authors: [{name: Ana, orcid: 1}]", "BRIEF021 briefs/x.md(4,30)")]
    [InlineData("authors: [{name: Ana, url: ana}]", "BRIEF013 briefs/x.md(4,28)")]
    [InlineData("authors: [{name: Ana, mail: x}]", "BRIEF014 briefs/x.md(4,23)")]
    [InlineData("topics: [{name: Water}]", "BRIEF010 briefs/x.md(4,10)")]
    [InlineData("topics: [Water: rights]", "BRIEF010 briefs/x.md(4,10)")]
    [InlineData("regions: {a: b}", "BRIEF010 briefs/x.md(4,10)")]
    [InlineData("kind: [report]", "BRIEF010 briefs/x.md(4,7)")]
    [InlineData("series: [a]", "BRIEF010 briefs/x.md(4,9)")]
    [InlineData("number: 7", "BRIEF030 briefs/x.md(4,9)")]
    [InlineData("summary: [a, b]", "BRIEF010 briefs/x.md(4,10)")]
    [InlineData("key_points: [{a: b}]", "BRIEF010 briefs/x.md(4,14)")]
    [InlineData("slug: Not A Slug", "BRIEF003 briefs/x.md(4,7)")]
    [InlineData("slug: a/b", "BRIEF003 briefs/x.md(4,7)")]
    [InlineData("slug: ../x", "BRIEF003 briefs/x.md(4,7)")]
    [InlineData("draft: perhaps", "BRIEF010 briefs/x.md(4,8)")]
    [InlineData("language: english", "BRIEF020 briefs/x.md(4,11)")]
    [InlineData("language: pt_BR", "BRIEF020 briefs/x.md(4,11)")]
    [InlineData("translation_of: nowhere", "BRIEF103 briefs/x.md(4,17)")]
    [InlineData("translation_of: x", "BRIEF102 briefs/x.md(4,17)")]
    [InlineData("translation_of: other", "BRIEF104 briefs/x.md(4,17)")]
    [InlineData("doi: abc", "BRIEF015 briefs/x.md(4,6)")]
    [InlineData("isbn: 978-0-306-40615-8", "BRIEF016 briefs/x.md(4,7)")]
    [InlineData("license: CC-BY-5", "BRIEF023 briefs/x.md(4,10)")]
    [InlineData("source: A journal", "BRIEF010 briefs/x.md(4,9)")]
    [InlineData("source: {name: A journal}", "BRIEF024 briefs/x.md(4,9)")]
    [InlineData("source: {permission: With leave}", "BRIEF025 briefs/x.md(4,9)")]
    [InlineData("source: {name: A, url: journal, permission: B}", "BRIEF013 briefs/x.md(4,24)")]
    [InlineData("source: {nme: A, name: A, permission: B}", "BRIEF014 briefs/x.md(4,10)")]
    [InlineData("corrections: [{date: 2019-05-01}]", "BRIEF026 briefs/x.md(4,15)")]
    [InlineData("corrections: [{text: A number}]", "BRIEF026 briefs/x.md(4,15)")]
    [InlineData("corrections: [A number]", "BRIEF010 briefs/x.md(4,15)")]
    [InlineData("corrections: [{date: 2019-02-30, text: A number}]", "BRIEF012 briefs/x.md(4,22)")]
    [InlineData("corrections: [{date: 2019-03-03, text: A number}]", "BRIEF018 briefs/x.md(4,22)")]
    [InlineData("supersedes: nowhere", "BRIEF103 briefs/x.md(4,13)")]
    [InlineData("related: [other, nowhere]", "BRIEF103 briefs/x.md(4,18)")]
    [InlineData("related: x", "BRIEF102 briefs/x.md(4,10)")]
    [InlineData("attachments: [nowhere.pdf]", "LINK006 briefs/x.md(4,15)")]
    [InlineData("attachments: [{title: Tables}]", "BRIEF027 briefs/x.md(4,15)")]
    [InlineData("attachments: [[a.pdf]]", "BRIEF010 briefs/x.md(4,15)")]
    [InlineData("image: {alt: A well}", "BRIEF028 briefs/x.md(4,8)")]
    [InlineData("image: [a.png]", "BRIEF010 briefs/x.md(4,8)")]
    [InlineData("image: {file: nowhere.png, alt: A well}", "LINK005 briefs/x.md(4,15)")]
    [InlineData("image: picture.svg", "BRIEF029 briefs/x.md(4,8)")]
    [InlineData("redirect_from: 'https://elsewhere.example/x'", "LINK010 briefs/x.md(4,16)")]
    [InlineData("redirect_from: /old/?id=3", "LINK010 briefs/x.md(4,16)")]
    [InlineData("redirect_from: /briefs/other/", "LINK012 briefs/x.md(4,16)")]
    [InlineData("redirect_from: {a: b}", "BRIEF010 briefs/x.md(4,16)")]
    [InlineData("DestinationPath: ../x.html", "BRIEF019 briefs/x.md(4,18)")]
    [InlineData("DestinationPath: x.php", "BRIEF019 briefs/x.md(4,18)")]
    [InlineData("titel: X", "BRIEF014 briefs/x.md(4,1)")]
    [InlineData("summary: => Document.Title", "BRIEF011 briefs/x.md(4,10)")]
    [InlineData("topics: [a, => b]", "BRIEF011 briefs/x.md(4,13)")]
    public void A_value_that_is_none_of_its_key_is_named_where_it_stands(string key, string expected)
    {
        using var site = SmallSite.WithBrief(key).AndBrief("other", "").With("briefs/picture.svg", "<svg/>");
        Assert.Equal([expected], site.Places());
    }

    [Theory]
    [InlineData("sumary: x", "`summary`")]
    [InlineData("auhtors: x", "`authors`")]
    [InlineData("keypoint: x", "`key_points`")]
    [InlineData("license: CC-BY-4", "`CC-BY-4.0`")]
    [InlineData("language: pt_BR", "`pt-BR`")]
    [InlineData("slug: Not A Slug", "`not-a-slug`")]
    [InlineData("updated: 21 July 2020", "`2020-07-21`")]
    [InlineData("updated: July 21, 2020", "`2020-07-21`")]
    [InlineData("updated: 21/7/2020", "`2020-07-21`")]
    [InlineData("updated: 7/8/2020", "`2020-08-07` or `2020-07-08`")]
    [InlineData("related: othr", "`other`")]
    [InlineData("authors: [{nme: Ana, name: Ana}]", "`name`")]
    public void The_cure_names_what_was_probably_meant(string key, string words)
    {
        using var site = SmallSite.WithBrief(key).AndBrief("other", "");
        Assert.Contains(words, site.Finding().Hint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "BRIEF001 briefs/x.md(1,1)")]
    [InlineData("title: ''\n", "BRIEF001 briefs/x.md(2,8)")]
    [InlineData("title:\n", "BRIEF001 briefs/x.md(2,7)")]
    [InlineData("title: '   '\n", "BRIEF001 briefs/x.md(2,8)")]
    [InlineData("title: [X]\n", "BRIEF010 briefs/x.md(2,8)")]
    [InlineData("title: => X\n", "BRIEF011 briefs/x.md(2,8)")]
    public void A_brief_without_a_title_is_refused(string title, string expected)
    {
        using var site = SmallSite.WithSettings().With("briefs/x.md", $"---\n{title}published: 2019-01-01\n---\nText.\n");
        Assert.Equal([expected], site.Places());
    }

    [Theory]
    [InlineData("titel: X", Severity.Warning)]
    [InlineData("image: picture.svg", Severity.Warning)]
    [InlineData("doi: abc", Severity.Error)]
    [InlineData("source: {name: A journal}", Severity.Error)]
    public void An_unknown_key_is_a_warning_and_a_wrong_value_an_error(string key, Severity severity)
    {
        using var site = SmallSite.WithBrief(key).With("briefs/picture.svg", "<svg/>");
        Assert.Equal(severity, site.Finding().Severity);
    }

    [Fact]
    public void A_file_name_without_letter_or_digit_needs_a_slug()
    {
        using var site = SmallSite.WithSettings().AndBrief("—", "");
        Assert.Equal(["BRIEF003 briefs/—.md(1,1)"], site.Places());
        site.AndBrief("—", "slug: x");
        Assert.Empty(site.Codes());
    }
}
