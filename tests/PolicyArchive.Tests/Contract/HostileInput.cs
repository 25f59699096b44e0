using System.Globalization;
using System.Text;
using PolicyArchive.Findings;

namespace PolicyArchive.Tests.Contract;

/// <summary>Each line of tests/sites/hostile/cases.txt is one file that a guest, an export or an attacker sent, and what is said of it.</summary>
public sealed class HostileInput
{
    private static readonly string[] Lines =
        [.. File.ReadAllLines(Path.Combine(SmallSite.Repository, "tests", "sites", "hostile", "cases.txt")).Where(line => line.Length > 0 && line[0] != '#')];

    public static TheoryData<int, string> Cases
    {
        get
        {
            var data = new TheoryData<int, string>();
            for (var i = 0; i < Lines.Length; i++)
            {
                data.Add(i, Lines[i].Split('\t')[2]);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_mistake_is_named_where_it_stands(int number, string file)
    {
        var (expected, text) = (Lines[number].Split('\t'), Bytes(Lines[number].Split('\t')[3]));
        using var site = file == "settings.yml" ? new SmallSite() : SmallSite.WithSettings();
        if (!file.StartsWith("briefs/", StringComparison.Ordinal) || file.EndsWith(".yml", StringComparison.Ordinal))
        {
            site.AndBrief("x", "");
        }

        site.With(file, text);
        var findings = site.Findings();
        Assert.Equal($"{expected[0]}\t{expected[1]}", $"{(findings.Any(f => f.Severity == Severity.Error) ? 1 : 0)}\t{(findings.Count == 0 ? "-" : string.Join("; ", site.Places()))}");
        Assert.All(findings, finding => Assert.NotEqual("", finding.Hint));
    }

    [Fact]
    public void All_of_them_are_named_in_one_run_that_ends_without_a_stack_trace()
    {
        using var site = SmallSite.WithSettings();
        var broken = new List<string>();
        for (var i = 0; i < Lines.Length; i++)
        {
            var parts = Lines[i].Split('\t');
            if (parts[2] == "briefs/x.md")
            {
                site.With($"briefs/case-{i:0000}.md", Bytes(parts[3]));
                // What one brief says of another (BRIEF101 and on) depends on who its neighbours are.
                if (parts[0] == "1" && !parts[1].StartsWith("BRIEF10", StringComparison.Ordinal))
                {
                    broken.Add($"input/briefs/case-{i:0000}.md(");
                }
            }
        }

        var run = ProgramRun.In(site.Folder, "--verbose");
        Assert.Equal(1, run.Code);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        Assert.All(broken, file => Assert.Contains(file, run.Error, StringComparison.Ordinal));
    }

    // \n, \r, \t and \\ as in C; \xE9 a byte, \u202E and \U0001F600 a character.
    private static byte[] Bytes(string escaped)
    {
        using var bytes = new MemoryStream();
        for (var at = 0; at < escaped.Length;)
        {
            if (escaped[at] != '\\')
            {
                var plain = escaped.IndexOf('\\', at) is var next and >= 0 ? next : escaped.Length;
                bytes.Write(Encoding.UTF8.GetBytes(escaped[at..plain]));
                at = plain;
                continue;
            }

            var digits = escaped[at + 1] switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
            if (digits == 0)
            {
                bytes.WriteByte((byte)(escaped[at + 1] switch { 'n' => '\n', 'r' => '\r', 't' => '\t', var other => other }));
            }
            else
            {
                var value = int.Parse(escaped.AsSpan(at + 2, digits), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
                bytes.Write(digits == 2 ? [(byte)value] : Encoding.UTF8.GetBytes(char.ConvertFromUtf32(value)));
            }

            at += 2 + digits;
        }

        return bytes.ToArray();
    }
}
