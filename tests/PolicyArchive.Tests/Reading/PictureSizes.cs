using PolicyArchive.Briefs;
using PolicyArchive.Commands;

namespace PolicyArchive.Tests.Reading;

public sealed class PictureSizes
{
    public static TheoryData<string, byte[]> Heads => new()
    {
        { "x.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 2, 0x80, 0, 0, 1, 0x2C] },
        { "X.PNG", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 2, 0x80, 0, 0, 1, 0x2C] },
        { "x.gif", [.. "GIF89a"u8, 0x80, 2, 0x2C, 1] },
        { "x.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xC4, 0, 3, 9, 0xFF, 0xC2, 0, 11, 8, 1, 0x2C, 2, 0x80, 3, 1] },
        { "x.jpeg", [0xFF, 0xD8, 0xFF, 0xC0, 0, 11, 8, 1, 0x2C, 2, 0x80, 3, 1, 1] },
        { "x.webp", [.. "RIFF"u8, 0, 0, 0, 0, .. "WEBPVP8X"u8, 0, 0, 0, 10, 0, 0, 0, 0, 0x7F, 2, 0, 0x2B, 1, 0] },
        { "y.webp", [.. "RIFF"u8, 0, 0, 0, 0, .. "WEBPVP8L"u8, 0, 0, 0, 0, 0x2F, 0x7F, 0xC2, 0x4A, 0, 0, 0, 0, 0, 0] },
        { "z.webp", [.. "RIFF"u8, 0, 0, 0, 0, .. "WEBPVP8 "u8, 0, 0, 0, 0, 0, 0, 0, 0x9D, 0x01, 0x2A, 0x80, 2, 0x2C, 1, 0, 0] },
        { "x.svg", [.. "<svg xmlns='http://www.w3.org/2000/svg' width='640' height='300px'/>"u8] },
        { "y.svg", [.. "<?xml version='1.0'?><!DOCTYPE svg><!-- c --><svg viewBox='0 0 640 300'></svg>"u8] },
        { "z.svg", [.. "<svg width='100%' height='auto' viewBox='0,0,640.2,299.8'/>"u8] },
    };

    [Theory]
    [MemberData(nameof(Heads))]
    public void The_head_of_a_picture_says_how_large_it_is(string name, byte[] head) => Assert.Equal((640, 300), SizeOf(name, head));

    public static TheoryData<string, byte[]> Broken => new()
    {
        { "x.png", [] },
        { "x.png", [0x89, 0x50, 0x4E, 0x47] },
        { "x.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8, 0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 1, 0] },
        { "x.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 0, 0, 0xFF, 0xE0, 0, 0, 0, 0, 0, 0] },
        { "x.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 0xFF, 0xFF, 1, 2, 3, 4, 5, 6, 7] },
        { "x.webp", [.. "RIFF"u8, 0, 0, 0, 0, .. "WEBP"u8] },
        { "x.svg", [.. "<svg width='640'"u8] },
        { "x.svg", [.. "<html width='640' height='300'/>"u8] },
        { "x.svg", [.. "<svg width='-1' height='NaN'/>"u8] },
        { "x.gif", [.. "<svg width='640' height='300'/>"u8] },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_head_that_does_not_say_gives_no_size(string name, byte[] head) => Assert.Equal((0, 0), SizeOf(name, head));

    private static (int Width, int Height) SizeOf(string name, byte[] head)
    {
        using var site = SmallSite.WithBrief("image: {file: " + name + ", alt: A picture}").With("briefs/" + name, head);
        var image = SiteBuild.Prepare(site.Options with { Theme = BareTheme.Folder }).Plan.BriefPages.Values.Single().Image!;
        return (image.Width, image.Height);
    }
}
