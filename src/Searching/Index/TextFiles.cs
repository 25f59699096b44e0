using System.Buffers;
using System.Text.Json;
using PolicyArchive.Briefs;
using PolicyArchive.Pages;
using PolicyArchive.Wording;

namespace PolicyArchive.Searching.Index;

/// <summary>What a result shows: the head of a brief, and one part of its text to take an excerpt from. For one thread.</summary>
internal sealed class TextFiles(IndexFolder folder, Words words)
{
    /// <summary>So that no folder holds tens of thousands of files.</summary>
    public const int BriefsInFolder = 256;

    private readonly ArrayBufferWriter<byte> _buffer = new(4096);

    /// <param name="partStarts">Where each part begins in the text, in bytes.</param>
    public void Write(Entry entry, int number, ReadOnlySpan<byte> text, int[] partStarts, Action<RenderedFile> sink)
    {
        for (var part = 0; part < Math.Max(1, partStarts.Length); part++)
        {
            var start = part == 0 ? 0 : partStarts[part];
            var end = part + 1 < partStarts.Length ? partStarts[part + 1] : text.Length;
            sink(folder.Pack($"t/{Text(number / BriefsInFolder)}/{Text(number)}-{Text(part)}.bin", Content(entry, text[start..end])));
        }
    }

    private ReadOnlySpan<byte> Content(Entry entry, ReadOnlySpan<byte> text)
    {
        _buffer.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(_buffer, RootFile.Json))
        {
            json.WriteStartObject();
            json.WriteString("title", entry.Brief.Title);
            json.WriteString("url", entry.Url.Escaped);
            json.WriteString("date", entry.Day is { } day ? words.Day(day) : "");
            json.WriteString("language", entry.Language);
            json.WriteString("kind", entry.Kind.Name);
            json.WriteString("authors", string.Join(words["list_separator"], entry.Authors.Select(a => a.Name)));
            json.WriteStartArray("topics");
            foreach (var topic in entry.Topics)
            {
                json.WriteStartArray();
                json.WriteStringValue(topic.Name);
                json.WriteStringValue(topic.Slug);
                json.WriteEndArray();
            }

            json.WriteEndArray();
            json.WriteString("summary", entry.Brief.Summary ?? "");
            json.WriteString("body", text);
            json.WriteEndObject();
        }

        return _buffer.WrittenSpan;
    }

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
