using System.Text;

namespace PolicyArchive.Tests.WholeSites;

/// <summary>Two texts line by line: what is gone, what is new, and a little of what is the same round it.</summary>
internal static class Difference
{
    private const int Around = 2;
    private const int MostLines = 120;

    public static string Of(string expected, string received)
    {
        var (a, b) = (expected.Split('\n'), received.Split('\n'));
        var lines = Lines(a, b).ToArray();
        var shown = new StringBuilder();
        var count = 0;
        for (var i = 0; i < lines.Length && count < MostLines; i++)
        {
            if (lines[Math.Max(0, i - Around)..Math.Min(lines.Length, i + Around + 1)].All(l => l.Sign == ' '))
            {
                continue;
            }

            shown.Append(lines[i].Sign).Append(' ').Append(lines[i].Text).Append('\n');
            count++;
        }

        return shown.ToString();
    }

    // Along the longest common subsequence.
    private static IEnumerable<(char Sign, string Text)> Lines(string[] a, string[] b)
    {
        var common = new int[a.Length + 1, b.Length + 1];
        for (var i = a.Length - 1; i >= 0; i--)
        {
            for (var j = b.Length - 1; j >= 0; j--)
            {
                common[i, j] = a[i] == b[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        for (var (i, j) = (0, 0); i < a.Length || j < b.Length;)
        {
            if (i < a.Length && j < b.Length && a[i] == b[j])
            {
                yield return (' ', a[i]);
                (i, j) = (i + 1, j + 1);
            }
            else if (j == b.Length || (i < a.Length && common[i + 1, j] >= common[i, j + 1]))
            {
                yield return ('-', a[i++]);
            }
            else
            {
                yield return ('+', b[j++]);
            }
        }
    }
}
