using System.Text.Json;
using PolicyArchive.Findings;

namespace PolicyArchive.Tests.Findings;

public sealed class PrintedFindings
{
    private static readonly Finding Misdated =
        Finding.Error("BRIEF012", new Place("input/briefs/x y.md", 4, 9), "100% wrong: \u201ca, b\u201d\nis no day", "write a day");

    private static readonly Finding NoTheme = Finding.Warning("THEME001", new Place("theme"), "no folder");

    [Fact]
    public void A_finding_is_one_line_as_editors_and_CI_read_it() =>
        Assert.Equal(
            "input/briefs/x y.md(4,9): error BRIEF012: 100% wrong: \u201ca, b\u201d is no day; write a day\ntheme: warning THEME001: no folder\n",
            Printed(ReportFormat.Text));

    [Fact]
    public void Json_says_the_same_in_fields_and_counts()
    {
        using var json = JsonDocument.Parse(Printed(ReportFormat.Json));
        var root = json.RootElement;
        Assert.Equal((1, 1), (root.GetProperty("errors").GetInt32(), root.GetProperty("warnings").GetInt32()));
        var first = root.GetProperty("findings")[0];
        Assert.Equal("error", first.GetProperty("severity").GetString());
        Assert.Equal("BRIEF012", first.GetProperty("code").GetString());
        Assert.Equal("input/briefs/x y.md", first.GetProperty("file").GetString());
        Assert.Equal((4, 9), (first.GetProperty("line").GetInt32(), first.GetProperty("column").GetInt32()));
        Assert.Equal(Misdated.Message, first.GetProperty("message").GetString());
        Assert.Equal("write a day", first.GetProperty("hint").GetString());
        Assert.Equal(2, root.GetProperty("findings").GetArrayLength());
    }

    [Fact]
    public void Sarif_names_the_rule_the_level_and_a_region_where_there_is_one()
    {
        using var sarif = JsonDocument.Parse(Printed(ReportFormat.Sarif));
        Assert.Equal("2.1.0", sarif.RootElement.GetProperty("version").GetString());
        var run = sarif.RootElement.GetProperty("runs")[0];
        Assert.Equal("unicodeCodePoints", run.GetProperty("columnKind").GetString());
        Assert.Equal(["BRIEF012", "THEME001"], run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().Select(r => r.GetProperty("id").GetString()));
        var (first, second) = (run.GetProperty("results")[0], run.GetProperty("results")[1]);
        Assert.Equal(("BRIEF012", "error"), (first.GetProperty("ruleId").GetString(), first.GetProperty("level").GetString()));
        Assert.EndsWith("; write a day", first.GetProperty("message").GetProperty("text").GetString(), StringComparison.Ordinal);
        var place = Location(first);
        Assert.Equal("input/briefs/x%20y.md", place.GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Equal((4, 9), (place.GetProperty("region").GetProperty("startLine").GetInt32(), place.GetProperty("region").GetProperty("startColumn").GetInt32()));
        Assert.False(Location(second).TryGetProperty("region", out _));
    }

    [Fact]
    public void Github_commands_escape_what_would_end_them() =>
        Assert.Equal(
            "::error file=input/briefs/x y.md,line=4,col=9,title=BRIEF012::100%25 wrong: \u201ca, b\u201d%0Ais no day; write a day\n::warning file=theme,title=THEME001::no folder\n",
            Printed(ReportFormat.Github));

    [Theory]
    [InlineData(ReportFormat.Text, "X1: 20 more of this kind; --verbose shows all")]
    [InlineData(ReportFormat.Github, "::notice title=X1::X1: 20 more of this kind; --verbose shows all")]
    public void Of_one_code_people_are_shown_a_hundred_and_told_how_many_more_there_are(ReportFormat format, string last)
    {
        var report = Report.Of(Enumerable.Range(1, 120).Select(i => Finding.Error("X1", new Place("a", i, 1), "m")).Append(Finding.Warning("X2", new Place("b"), "m")));
        var lines = Printed(format, report).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(102, lines.Length);
        Assert.Equal(last, lines[^1]);
        Assert.Contains("X2", lines[^2], StringComparison.Ordinal);
        Assert.Equal(121, Printed(format, report, all: true).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal((120, 1), (report.Errors, report.Warnings));
    }

    [Fact]
    public void Programs_are_given_every_finding()
    {
        var report = Report.Of(Enumerable.Range(1, 120).Select(i => Finding.Error("X1", new Place("a", i, 1), "m")));
        using var json = JsonDocument.Parse(Printed(ReportFormat.Json, report));
        Assert.Equal(120, json.RootElement.GetProperty("findings").GetArrayLength());
        using var sarif = JsonDocument.Parse(Printed(ReportFormat.Sarif, report));
        Assert.Equal(120, sarif.RootElement.GetProperty("runs")[0].GetProperty("results").GetArrayLength());
    }

    [Fact]
    public void Signs_that_nobody_sees_are_told_by_name() =>
        Assert.Equal("a\uFFFDb: error X1: \u201c<U+202E>c<U+200B>\u201d\n", Printed(ReportFormat.Text, Report.Of([Finding.Error("X1", new Place("a\u001Bb"), "\u201c\u202Ec\u200B\u201d")])));

    [Fact]
    public void Github_properties_escape_colons_and_commas()
    {
        var report = Report.Of([Finding.Error("X1", new Place("a:b,c.md", 1, 1), "m")]);
        Assert.StartsWith("::error file=a%3Ab%2Cc.md,", Printed(ReportFormat.Github, report), StringComparison.Ordinal);
    }

    [Fact]
    public void Findings_come_by_file_line_and_column_each_once()
    {
        static Finding At(string file, int line, int column) => Finding.Error("X1", new Place(file, line, column), "m");
        var report = Report.Of([At("b", 1, 1), At("a", 10, 1), At("a", 2, 7), At("a", 2, 3), At("a", 2, 3), At("B", 9, 9)]);
        Assert.Equal(["B(9,9)", "a(2,3)", "a(2,7)", "a(10,1)", "b(1,1)"], report.Shown.Select(f => f.Place.ToString()));
    }

    private static JsonElement Location(JsonElement result) => result.GetProperty("locations")[0].GetProperty("physicalLocation");

    private static string Printed(ReportFormat format, Report? report = null, bool all = false)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        ReportWriter.Write(report ?? Report.Of([NoTheme, Misdated]), format, writer, all);
        return writer.ToString();
    }
}
