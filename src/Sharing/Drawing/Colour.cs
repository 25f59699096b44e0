using System.Globalization;

namespace PolicyArchive.Sharing.Drawing;

/// <summary>An opaque colour, 0 to 255 in each channel of sRGB.</summary>
internal readonly record struct Colour(byte Red, byte Green, byte Blue)
{
    /// <param name="text">As CSS writes it in hexadecimal, <c>#981b32</c> or <c>#fff</c>, alone or first in <c>light-dark()</c>.</param>
    public static Colour? Parse(string? text)
    {
        var value = text.AsSpan().Trim();
        if (value.StartsWith("light-dark(", StringComparison.Ordinal))
        {
            value = value["light-dark(".Length..];
            value = value[..(value.IndexOf(',') is var comma and >= 0 ? comma : value.Length)].Trim();
        }

        if (value is not ['#', .. var digits] || digits.Length is not (3 or 6) || !int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        return digits.Length == 6
            ? new Colour((byte)(number >> 16), (byte)(number >> 8), (byte)number)
            : new Colour((byte)((number >> 8) * 17), (byte)((number >> 4 & 15) * 17), (byte)((number & 15) * 17));
    }

    /// <summary>A part of the way from this colour to another.</summary>
    public Colour Toward(Colour other, int step, int steps) => new(Mixed(Red, other.Red, step, steps), Mixed(Green, other.Green, step, steps), Mixed(Blue, other.Blue, step, steps));

    private static byte Mixed(byte from, byte to, int step, int steps) => (byte)((from * (steps - step) + to * step + steps / 2) / steps);
}
