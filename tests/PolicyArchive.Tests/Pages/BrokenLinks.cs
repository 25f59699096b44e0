using System.Buffers.Binary;

namespace PolicyArchive.Tests.Pages;

public sealed class BrokenLinks
{
    private const string Svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>";

    private static SmallSite Site(string markdown) => SmallSite.WithSettings()
        .With("briefs/x/index.md", "---\ntitle: X\npublished: 2019-01-01\n---\n" + markdown + "\n")
        .With("briefs/y.md", "---\ntitle: Y\npublished: 2019-01-01\n---\n## Same\n\n## Same\n")
        .With("briefs/later/index.md", "---\ntitle: Later\npublished: 2099-01-01\n---\n## Same\n").With("briefs/later/l.pdf", "%PDF");

    // Each stands at line 5 of the brief.
    [Theory]
    [InlineData("[]()", "TEXT003", 1)]
    [InlineData("[a]()", "TEXT003", 1)]
    [InlineData("[](../y.md)", "TEXT013", 1)]
    [InlineData("[ ](../y.md)", "TEXT013", 1)]
    [InlineData("[a][nowhere]", "TEXT017", 4)]
    [InlineData("[a](../y.md#same-3)", "LINK003", 5)]
    [InlineData("[a](../y.md#Same)", "LINK003", 5)]
    [InlineData("[a](../later/index.md)", "LINK004", 5)]
    [InlineData("[a](/briefs/later/)", "LINK004", 5)]
    [InlineData("[a](xref:later)", "LINK004", 5)]
    [InlineData("[a](../later/l.pdf)", "LINK001", 5)]
    [InlineData("[a](/briefs/Y/)", "LINK001", 5)]
    [InlineData("[a](xref:Y)", "LINK002", 5)]
    [InlineData("[a](..\\y.md)", "LINK001", 5)]
    [InlineData("[a](<../y y.md>)", "LINK001", 6)]
    [InlineData("[a](../../../x.md)", "LINK001", 5)]
    [InlineData("[a](http://archive.example/nowhere/)", "LINK001", 5)]
    [InlineData("[a](//archive.example/nowhere/)", "LINK001", 5)]
    [InlineData("[a](mailto:)", "LINK008", 5)]
    [InlineData("[a](mailto:nobody)", "LINK008", 5)]
    [InlineData("[a](mailto:a@b@c.example)", "LINK008", 5)]
    [InlineData("[a](tel:)", "LINK008", 5)]
    [InlineData("[a](tel:call-us)", "LINK008", 5)]
    [InlineData("[a](http://)", "LINK008", 5)]
    [InlineData("[a](https:///x)", "LINK008", 5)]
    [InlineData("[a](https:other.example)", "LINK008", 5)]
    [InlineData("[a](http:/other.example)", "LINK008", 5)]
    [InlineData("[a](https://other.example,and)", "LINK008", 5)]
    [InlineData("[a](https://other.example=\"x\")", "LINK008", 5)]
    [InlineData("[a](http://localhost:8080/x)", "LINK009", 5)]
    [InlineData("[a](https://me@127.0.0.1/)", "LINK009", 5)]
    [InlineData("[a](http://[::1]/)", "LINK009", 5)]
    [InlineData("[a](file:///C:/x.md)", "TEXT004", 5)]
    [InlineData("[a](C:\\x.md)", "TEXT004", 5)]
    [InlineData("<a href=\"nowhere.md\">a</a>", "LINK001", 10)]
    [InlineData("<p>a</p> <img src='nowhere.png' alt='a'>", "LINK005", 20)]
    [InlineData("> - [a](nowhere.md)", "LINK001", 9)]
    [InlineData("## [a](nowhere.md)", "LINK001", 8)]
    [InlineData("### Skipped", "TEXT016", 1)]
    public void Every_kind_is_named_at_its_place(string markdown, string code, int column)
    {
        using var site = Site(markdown);
        Assert.Equal([$"{code} briefs/x/index.md(5,{column})"], site.Places());
    }

    [Theory]
    [InlineData("[a](mailto:a@b.example,c@d.example?subject=Your%20brief)")]
    [InlineData("[a](mailto:?subject=Read)")]
    [InlineData("[a](tel:+32-2.555(12)34;ext=5)")]
    [InlineData("[a](http://archive.example/briefs/y/)")]
    [InlineData("[a](//archive.example/briefs/y/#same-2)")]
    [InlineData("[a](https://user@other.example:8443/x?y=z#w)")]
    [InlineData("[a](https://[2001:db8::1]/)")]
    [InlineData("[a](https://localhost.example/)")]
    [InlineData("[a](https://пример.example/ж)")]
    [InlineData("[1] [2] and `a[0][1]`")]
    public void What_leads_somewhere_is_not(string markdown)
    {
        using var site = Site(markdown);
        Assert.Empty(site.Codes());
    }

    [Fact]
    public void What_is_withheld_is_named_in_no_file_of_the_site()
    {
        using var site = Site("Text.");
        Assert.DoesNotContain(site.Files(), f => f.Key.Contains("later", StringComparison.Ordinal) || f.Value.Contains("Later", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("cut.png", "LINK015")]
    [InlineData("other.png", "LINK015")]
    [InlineData("empty.png", "LINK015")]
    [InlineData("unclosed.svg", "LINK015")]
    [InlineData("large.png", "LINK016")]
    [InlineData("heavy.png", "LINK016")]
    public void A_picture_that_is_broken_or_huge_is_named_where_it_is_shown(string name, string code)
    {
        using var site = Site($"![A chart]({name})").With("briefs/x/" + name, name switch
        {
            "cut.png" => Png(10, 10)[..30],
            "large.png" => Png(20_000, 20_000),
            "heavy.png" => [.. Png(10, 10), .. new byte[5_000_000 - 40], .. Png(1, 1)],
            "unclosed.svg" => System.Text.Encoding.UTF8.GetBytes(Svg.Replace("/>", "><g></svg>", StringComparison.Ordinal)),
            "empty.png" => [],
            _ => "<!doctype html><script>x()</script>"u8.ToArray(),
        });
        Assert.Equal([$"{code} briefs/x/index.md(5,12)"], site.Places());
    }

    [Fact]
    public void A_picture_beside_a_brief_that_no_text_uses_is_named_itself()
    {
        using var site = Site("![A chart](used.svg)").With("briefs/x/used.svg", Svg).With("briefs/x/unused.svg", Svg).With("files/shared.svg", Svg);
        Assert.Equal(["LINK014 briefs/x/unused.svg"], site.Places());
    }

    [Theory]
    [InlineData("<script>x()</script>")]
    [InlineData("<g onload=\"x()\"/>")]
    [InlineData("<a href=\" javascript:x()\"/>")]
    [InlineData("<foreignObject/>")]
    public void A_drawing_with_code_in_it_is_named(string code)
    {
        using var site = Site("Text.").With("files/drawing.svg", Svg.Replace("/>", $">{code}</svg>", StringComparison.Ordinal));
        Assert.Equal(["LINK017 files/drawing.svg"], site.Places());
    }

    [Fact]
    public void An_alternative_text_that_is_the_name_of_the_file_is_named()
    {
        using var site = Site("![used.svg](used.svg)").With("briefs/x/used.svg", Svg);
        Assert.Equal(["TEXT015 briefs/x/index.md(5,1)"], site.Places());
    }

    // Head and end of a PNG; what is between is for the decoder.
    private static byte[] Png(int width, int height)
    {
        byte[] png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82];
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), height);
        return png;
    }
}
