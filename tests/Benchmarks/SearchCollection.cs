using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PolicyArchive.Benchmarks;

/// <param name="Id">As judgements name it.</param>
internal sealed record JudgedQuery(string Id, string Text);

/// <summary>
/// A judged collection: <c>docs.jsonl</c> (id, title, text), one or more <c>queries*.jsonl</c> (id, text), <c>qrels.tsv</c> (query, document, grade)
/// and perhaps <c>qrels-phrase.tsv</c> for <c>queries-phrase.jsonl</c>.
/// </summary>
internal sealed partial class SearchCollection(DirectoryInfo folder)
{
    public IEnumerable<string> QuerySets => folder.GetFiles("queries*.jsonl").Select(file => Path.GetFileNameWithoutExtension(file.Name)).Order(StringComparer.Ordinal);

    public JudgedQuery[] Queries(string set) => [.. Lines($"{set}.jsonl").Select(line => new JudgedQuery(Text(line, "id"), Text(line, "text")))];

    /// <summary>The relevant documents of each query, with their grades.</summary>
    public Dictionary<string, Dictionary<string, int>> Judgements(string set)
    {
        var own = Path.Combine(folder.FullName, $"qrels{set["queries".Length..]}.tsv");
        return File.ReadLines(File.Exists(own) ? own : Path.Combine(folder.FullName, "qrels.tsv"))
            .Select(line => line.Split('\t')).Where(row => row.Length > 2 && int.Parse(row[2], CultureInfo.InvariantCulture) > 0)
            .GroupBy(row => row[0]).ToDictionary(query => query.Key, query => query.DistinctBy(row => row[1]).ToDictionary(row => row[1], row => int.Parse(row[2], CultureInfo.InvariantCulture)));
    }

    /// <summary>Writes one brief a document, its slug <c>d-ID</c>, with nothing that the collection does not have.</summary>
    public void WriteBriefs(string input)
    {
        Directory.CreateDirectory(Path.Combine(input, "briefs"));
        File.WriteAllText(Path.Combine(input, "settings.yml"), "title: A judged collection\nbase_url: https://archive.example\n");
        foreach (var line in Lines("docs.jsonl"))
        {
            var id = Text(line, "id");
            var title = Text(line, "title") is { Length: > 0 } some ? some : "Document " + id;
            var text = Sign().Replace(Sentences().Replace(Text(line, "text"), "$1\n\n"), @"\$&");
            File.WriteAllText(Path.Combine(input, "briefs", $"{id}.md"), $"---\ntitle: {JsonSerializer.Serialize(title)}\npublished: unknown\nslug: d-{id.ToLowerInvariant()}\n---\n\n{text}\n", new UTF8Encoding(false));
        }
    }

    private IEnumerable<JsonElement> Lines(string name) =>
        File.ReadLines(Path.Combine(folder.FullName, name)).Where(line => line.Length > 0).Select(line => JsonDocument.Parse(line).RootElement);

    private static string Text(JsonElement line, string name) => line.TryGetProperty(name, out var value) ? value.ToString() : "";

    // Every five sentences are a paragraph.
    [GeneratedRegex(@"((?:[^.?!]*[.?!]\s+){5})", RegexOptions.CultureInvariant)]
    private static partial Regex Sentences();

    // What Markdown would take for more than text.
    [GeneratedRegex(@"[\\`*_{}\[\]<>#|~+\-!&:]", RegexOptions.CultureInvariant)]
    private static partial Regex Sign();
}
