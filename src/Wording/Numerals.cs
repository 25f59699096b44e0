using System.Globalization;

namespace PolicyArchive.Wording;

/// <summary>How a language writes numbers.</summary>
/// <param name="Digits">Ten of them, from nought.</param>
/// <param name="Group">What stands between thousands.</param>
/// <param name="Point">What stands before tenths.</param>
/// <param name="GroupedFrom">The least number that is grouped: 1000, or 10000 where four digits stand together.</param>
public sealed record Numerals(string Digits, string Group, string Point, int GroupedFrom)
{
    private const string Western = "0123456789";

    /// <summary>A count: grouped.</summary>
    public string Text(long number)
    {
        var text = Plain(number);
        for (var at = text.Length - 3; number >= GroupedFrom && at > 0; at -= 3)
        {
            text = text.Insert(at, Group);
        }

        return text;
    }

    /// <summary>A year, or the number of a note: not grouped.</summary>
    public string Plain(long number) => In(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>With one digit after the point.</summary>
    public string Tenths(double number)
    {
        var text = number.ToString("0.0", CultureInfo.InvariantCulture).Split('.');
        return In(text[0]) + Point + In(text[1]);
    }

    /// <summary>A text with its Western digits replaced.</summary>
    public string In(string western) =>
        Digits == Western ? western : string.Concat(western.Select(c => char.IsAsciiDigit(c) ? Digits[c - '0'] : c));
}
