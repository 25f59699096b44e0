using PolicyArchive.Sharing.Drawing;
using PolicyArchive.Sharing.Type;

namespace PolicyArchive.Tests.Sharing;

public sealed class CoveredAreas
{
    [Fact]
    public void A_rectangle_covers_each_pixel_by_the_part_that_lies_in_it()
    {
        var pixels = Drawn(4, 3, Box(0.5f, 0.25f, 2.25f, 2f));
        Assert.Equal([0.375f, 0.75f, 0.5625f, 0, 0.5f, 1, 0.75f, 0, 0.125f, 0.25f, 0.1875f, 0], pixels);
    }

    [Fact]
    public void Half_a_square_is_half_of_each_pixel_on_its_diagonal()
    {
        var pixels = Drawn(3, 3, new Outline("MLLL", [0, 0, 3, 0, 0, -3, 0, 0]));
        Assert.Equal([1, 1, 0.5f, 1, 0.5f, 0, 0.5f, 0, 0], pixels);
    }

    [Theory]
    [InlineData(7.3f)]
    [InlineData(-5f)]
    [InlineData(16f)]
    public void What_reaches_beyond_the_strip_covers_what_is_within_it(float x)
    {
        var pixels = Drawn(20, 8, Box(x, 1, 10, 4));
        var within = MathF.Max(0, MathF.Min(20, x + 10) - MathF.Max(0, x)) * 4;
        Assert.Equal(within, pixels.Sum(), 3);
    }

    [Fact]
    public void A_circle_of_curves_has_the_area_of_a_circle()
    {
        // The usual four cubic curves, within 0.03 % of a circle.
        const float K = 0.5522848f;
        const float R = 40;
        float[] points = [R, 0, R, K * R, K * R, R, 0, R, -K * R, R, -R, K * R, -R, 0, -R, -K * R, -K * R, -R, 0, -R, K * R, -R, R, -K * R, R, 0];
        var pixels = Drawn(100, 100, new Outline("MCCCC", points), 50, 50);

        // Straight pieces lie a little within: less than a tenth of a pixel all round.
        Assert.InRange(pixels.Sum(), MathF.PI * (R - 0.1f) * (R - 0.1f), MathF.PI * R * R);
        Assert.All(pixels, pixel => Assert.InRange(pixel, 0, 1));
    }

    [Fact]
    public void Shapes_that_overlap_cover_no_more_than_all()
    {
        var coverage = new Coverage(4, 1);
        coverage.Add(Box(0, 0, 2, 1), 0, 0, 1);
        coverage.Add(Box(1, 0, 2, 1), 0, 0, 1);
        Assert.Equal([1, 1, 1, 0], Read(coverage, 4, 1));
    }

    [Fact]
    public void A_counter_is_open()
    {
        var ring = new Outline("MLLLLMLLLL", [0, 0, 5, 0, 5, -5, 0, -5, 0, 0, 1, -1, 1, -4, 4, -4, 4, -1, 1, -1]);
        Assert.Equal(25 - 9, Drawn(5, 5, ring).Sum(), 3);
        Assert.Equal(0, Drawn(5, 5, ring)[12]);
    }

    [Theory]
    [InlineData("#981b32", 0x98, 0x1B, 0x32)]
    [InlineData(" #fff ", 255, 255, 255)]
    [InlineData("light-dark(#123456, #000)", 0x12, 0x34, 0x56)]
    public void Colours_are_read_as_style_sheets_write_them(string text, int red, int green, int blue) =>
        Assert.Equal(new Colour((byte)red, (byte)green, (byte)blue), Colour.Parse(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("red")]
    [InlineData("#12345")]
    [InlineData("#gggggg")]
    [InlineData("oklch(40% 0.1 20)")]
    public void Other_colours_are_left_to_the_default(string? text) => Assert.Null(Colour.Parse(text));

    // y of outlines goes up.
    private static Outline Box(float x, float y, float width, float height) => new("MLLLL", [x, -y, x + width, -y, x + width, -y - height, x, -y - height, x, -y]);

    private static float[] Drawn(int width, int height, Outline outline, float x = 0, float y = 0)
    {
        using var coverage = new Coverage(width, height);
        coverage.Add(outline, x, y, 1);
        return Read(coverage, width, height);
    }

    private static float[] Read(Coverage coverage, int width, int height)
    {
        var pixels = new float[width * height];
        coverage.ForEachRun((y, x, length, share) => pixels.AsSpan(y * width + x, length).Fill(MathF.Round(share, 4)));
        return pixels;
    }
}
