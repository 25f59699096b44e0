using System.Diagnostics;
using System.Globalization;
using PolicyArchive.Findings;
using PolicyArchive.Markup;

using PolicyArchive.Reading;

namespace PolicyArchive.Tests.Contract;

/// <summary>No text may exhaust the machine: it is set in seconds, or a finding says why it is not.</summary>
public sealed class HostileText
{
    public static TheoryData<string, int> Texts => new()
    {
        { "[", 100_000 }, { "]", 100_000 }, { "[]", 100_000 }, { "[a](", 100_000 }, { "[ (](", 80_000 }, { "[a](b", 100_000 }, { "[a](<b", 50_000 },
        { "![a][", 100_000 }, { "![[]()", 100_000 }, { "> ", 100_000 }, { "- ", 100_000 }, { "1. x\n", 50_000 }, { "<div>", 100_000 }, { "<b>", 100_000 },
        { "x <?", 100_000 }, { "x <!A ", 100_000 }, { "a <!-- ", 100_000 }, { "</<!--", 100_000 }, { "<a ", 100_000 }, { "*a ", 100_000 }, { "**a_b*c ", 50_000 },
        { "http://a.example/c ", 100_000 }, { "(http://", 50_000 }, { "www.", 100_000 }, { "<a@b.c> ", 50_000 }, { "[a]: u\n", 100_000 }, { "[^a]: [^a]\n", 50_000 },
        { "[^a] ", 50_000 }, { "# A\n", 20_000 }, { "a\n=\n", 20_000 }, { "|", 100_000 }, { "a|b\n-|-\n", 20_000 }, { "`a", 100_000 }, { "\\", 100_000 }, { "&amp;", 100_000 },
        { "~~a ", 50_000 }, { "a\n:   b\n\n", 20_000 }, { "\t", 100_000 }, { "```\n", 50_000 },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_text_that_repeats_one_sign_without_end_is_set_or_refused_in_seconds(string part, int times)
    {
        var text = string.Concat(Enumerable.Repeat(part, times));
        var before = ThreadTime();
        var (_, findings) = MarkdownReader.Read(text, "Title", WordsFolder.BuiltIn.English, _ => new Place("x.md", 1, 1));
        Assert.True(ThreadTime() - before < TimeSpan.FromSeconds(20), $"{ThreadTime() - before} for {times} times {part}");
        Assert.All(findings.Where(f => f.Code == "TEXT001"), f => Assert.Equal(Severity.Error, f.Severity));
    }

    [Fact]
    public void Lists_nested_without_end_are_refused()
    {
        var text = string.Join('\n', Enumerable.Range(0, 1500).Select(i => new string(' ', 2 * i) + "- x"));
        Assert.Contains(MarkdownReader.Read(text, "Title", WordsFolder.BuiltIn.English, _ => new Place("x.md", 1, 1)).Findings, f => f.Code == "TEXT001");
    }

    [Theory]
    [InlineData("", 60_000, false)]
    [InlineData("<div>\n\n", 30_000, false)]
    [InlineData("<div>\n\n", 60_000, true)]
    [InlineData("one <x-y> two\n\n", 60_000, true)]
    public void Tens_of_thousands_of_paragraphs_after_an_element_are_refused_and_without_one_are_set(string head, int times, bool isRefused)
    {
        var text = head + string.Concat(Enumerable.Repeat("a line\n\n", times));
        Assert.Equal(isRefused, MarkdownReader.Read(text, "Title", WordsFolder.BuiltIn.English, _ => new Place("x.md", 1, 1)).Findings.Any(f => f.Code == "TEXT001"));
    }

    [Fact]
    public void A_long_list_of_links_as_people_write_them_is_set()
    {
        var text = string.Join('\n', Enumerable.Range(0, 3000).Select(i => $"- [The source number {i}](https://a.example/{i}) of https://b.example/ <b>and</b> more"));
        var (article, findings) = MarkdownReader.Read(text, "Title", WordsFolder.BuiltIn.English, _ => new Place("x.md", 1, 1));
        Assert.Empty(findings);
        Assert.Equal(6000, article.Links.Length);
    }

    [Fact]
    public void Thousands_of_links_to_parts_that_are_not_there_are_all_named_with_the_nearest()
    {
        var headings = string.Concat(Enumerable.Range(0, 5000).Select(i => $"## Heading {i}\n"));
        var links = string.Join('\n', Enumerable.Range(0, 5000).Select(i => $"[a](#headin-{i})\n"));
        using var site = SmallSite.WithSettings().With("briefs/x.md", "---\ntitle: X\npublished: 2019-01-01\n---\n" + headings + "\n" + links);
        var clock = Stopwatch.StartNew();
        var findings = site.Findings();
        Assert.True(clock.Elapsed < TimeSpan.FromMinutes(4), clock.Elapsed.ToString());
        Assert.Equal(5000, findings.Count);
        Assert.Contains("`#heading-4999`", findings[^1].Hint, StringComparison.Ordinal);
    }

    // Of this thread alone, since other tests run beside it: proc(5), nanoseconds on the processor.
    private static TimeSpan ThreadTime() => OperatingSystem.IsLinux()
        ? TimeSpan.FromMicroseconds(long.Parse(File.ReadAllText("/proc/thread-self/schedstat").Split(' ')[0], CultureInfo.InvariantCulture) / 1000)
        : TimeSpan.FromMilliseconds(Environment.TickCount64);
}
