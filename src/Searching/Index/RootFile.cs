using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using PolicyArchive.Briefs;
using PolicyArchive.Searching.Analysis;

namespace PolicyArchive.Searching.Index;

/// <summary>What a reader must know before the first word: how many briefs there are, and where each word lives.</summary>
internal static class RootFile
{
    // Read by a script as data, never as markup.
    public static JsonWriterOptions Json { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // A language that few briefs are in must not silence its small words in the others: "die" is German for "the".
    private const int CommonLanguage = 4;

    public static void Write(IndexFolder folder, ImmutableArray<Entry> entries, ShardPlan plan, int tails, FacetFile[] facets)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Json))
        {
            json.WriteStartObject();
            json.WriteNumber("briefs", entries.Length);
            // No form holds a space.
            json.WriteString("shards", string.Join(' ', plan.Keys));
            json.WriteNumber("tails", tails);
            json.WriteString("stop", string.Join(' ', StopWords(entries)));
            json.WriteStartArray("years");
            foreach (var (year, count) in Years(entries))
            {
                json.WriteStartArray();
                json.WriteNumberValue(year);
                json.WriteNumberValue(count);
                json.WriteEndArray();
            }

            json.WriteEndArray();
            json.WriteStartArray("facets");
            foreach (var facet in facets)
            {
                json.WriteStartArray();
                json.WriteStringValue(facet.Key);
                json.WriteNumberValue(facet.Terms);
                json.WriteNumberValue(facet.Bytes);
                json.WriteEndArray();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        folder.Add("root.bin", buffer.WrittenMemory);
    }

    private static IEnumerable<string> StopWords(ImmutableArray<Entry> entries) => entries
        .GroupBy(entry => Language.Of(entry.Language).Tag, StringComparer.Ordinal)
        .Where(language => language.Count() * CommonLanguage >= entries.Length)
        .SelectMany(language => Language.Of(language.Key).StopWords())
        .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    // Briefs are numbered from the oldest to the newest, after the undated: each year is a run of numbers. Year 0 is "unknown".
    private static List<(int Year, int Count)> Years(ImmutableArray<Entry> entries)
    {
        var years = new List<(int Year, int Count)>();
        foreach (var year in entries.Select(entry => entry.Day?.Year ?? 0))
        {
            if (years.Count > 0 && years[^1].Year == year)
            {
                years[^1] = (year, years[^1].Count + 1);
            }
            else
            {
                years.Add((year, 1));
            }
        }

        return years;
    }
}
