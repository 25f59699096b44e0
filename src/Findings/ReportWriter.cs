using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace PolicyArchive.Findings;

public enum ReportFormat { Text, Json, Sarif, Github }

/// <summary>How a report prints: lines for people and editors, JSON, SARIF 2.1.0, or GitHub workflow commands.</summary>
public static class ReportWriter
{
    /// <summary>As many of one code are shown to people; the others are counted.</summary>
    public const int MostOfOneCode = 100;

    /// <param name="all">Whether every finding is shown to people too; programs read every one in any case.</param>
    public static void Write(Report report, ReportFormat format, TextWriter writer, bool all = false)
    {
        var (shown, more) = all ? (report.Shown, []) : Bounded(report.Shown);
        switch (format)
        {
            case ReportFormat.Json:
                writer.WriteLine(Json(json => WriteJson(report, json)));
                break;
            case ReportFormat.Sarif:
                writer.WriteLine(Json(json => WriteSarif(report, json)));
                break;
            case ReportFormat.Github:
                foreach (var line in shown.Select(GithubLine).Concat(more.Select(m => $"::notice title={m.Code}::{Remaining(m.Code, m.Count)}")))
                {
                    writer.WriteLine(line);
                }

                break;
            default:
                foreach (var line in shown.Select(f => OneLine(f.ToString())).Concat(more.Select(m => Remaining(m.Code, m.Count))))
                {
                    writer.WriteLine(line);
                }

                break;
        }
    }

    private static (ImmutableArray<Finding> Shown, IEnumerable<(string Code, int Count)> More) Bounded(ImmutableArray<Finding> findings)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var shown = ImmutableArray.CreateBuilder<Finding>();
        foreach (var finding in findings)
        {
            counts[finding.Code] = counts.GetValueOrDefault(finding.Code) + 1;
            if (counts[finding.Code] <= MostOfOneCode)
            {
                shown.Add(finding);
            }
        }

        return (shown.ToImmutable(), counts.Where(c => c.Value > MostOfOneCode).Select(c => (c.Key, c.Value - MostOfOneCode)));
    }

    private static string Remaining(string code, int count) =>
        string.Create(CultureInfo.InvariantCulture, $"{code}: {count} more of this kind; --verbose shows all");

    // A value quoted in a message may hold line ends, and so may the name of a file; a finding is one line.
    private static string OneLine(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Any(char.IsControl) ? string.Concat(line.Select(c => char.IsControl(c) && c != '\t' ? '\uFFFD' : c)) : line;
    }

    // https://docs.github.com/actions/reference/workflow-commands-for-github-actions
    private static string GithubLine(Finding finding)
    {
        var level = finding.Severity == Severity.Note ? "notice" : finding.Level;
        var place = finding.Place.Line > 0 ? $",line={finding.Place.Line},col={finding.Place.Column}" : "";
        return $"::{level} file={Property(finding.Place.File)}{place},title={finding.Code}::{Data(Message(finding))}";
    }

    private static string Data(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) =>
        Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);

    private static string Message(Finding finding) => finding.Hint.Length > 0 ? $"{finding.Message}; {finding.Hint}" : finding.Message;

    private static string Json(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void WriteJson(Report report, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("errors", report.Errors);
        json.WriteNumber("warnings", report.Warnings);
        json.WriteStartArray("findings");
        foreach (var finding in report.Shown)
        {
            json.WriteStartObject();
            json.WriteString("severity", finding.Level);
            json.WriteString("code", finding.Code);
            json.WriteString("file", finding.Place.File);
            json.WriteNumber("line", finding.Place.Line);
            json.WriteNumber("column", finding.Place.Column);
            json.WriteString("message", finding.Message);
            json.WriteString("hint", finding.Hint);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    // OASIS SARIF 2.1.0, sections 3.13 (sarifLog), 3.14 (run), 3.27 (result).
    private static void WriteSarif(Report report, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "policy-archive");
        json.WriteStartArray("rules");
        foreach (var code in report.Shown.Select(f => f.Code).Distinct().Order(StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteString("id", code);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteString("columnKind", "unicodeCodePoints");
        json.WriteStartArray("results");
        foreach (var finding in report.Shown)
        {
            WriteSarifResult(finding, json);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteSarifResult(Finding finding, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Code);
        json.WriteString("level", finding.Level);
        json.WriteStartObject("message");
        json.WriteString("text", Message(finding));
        json.WriteEndObject();
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", string.Join('/', finding.Place.File.Split('/').Select(Uri.EscapeDataString)));
        json.WriteEndObject();
        if (finding.Place.Line > 0)
        {
            json.WriteStartObject("region");
            json.WriteNumber("startLine", finding.Place.Line);
            json.WriteNumber("startColumn", finding.Place.Column);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Level(Finding finding) => finding.Severity == Severity.Error ? "error" : "warning";
}
