using System.Globalization;
using System.Text.RegularExpressions;

namespace PolicyArchive.Tests.Markup;

/// <summary>
/// The payloads of <c>tests/sites/hostile-text</c>: ⏎ is the end of a line, ⟨2028⟩ a character by its number, and a line
/// that begins with + is honest HTML, of which nothing may be lost.
/// </summary>
internal static partial class HostilePieces
{
    public static IReadOnlyList<(string Text, bool IsHonest)> All { get; } =
    [
        .. File.ReadLines(Path.Combine(SmallSite.Repository, "tests", "sites", "hostile-text", "payloads.txt"))
            .Where(line => !Comment.IsMatch(line))
            .Select(line => (Decode(line.TrimStart('+')), line[0] == '+')),
    ];

    private static string Decode(string line) =>
        Number.Replace(line.Replace('⏎', '\n'), match => char.ConvertFromUtf32(int.Parse(match.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)));

    [GeneratedRegex("^# [a-z]")]
    private static partial Regex Comment { get; }

    [GeneratedRegex("⟨([0-9A-F]{2,5})⟩")]
    private static partial Regex Number { get; }
}
