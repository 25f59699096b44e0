using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace PolicyArchive.Tests.Printing;

/// <summary>A PDF file as a reader's program sees it: the objects that its cross-reference tables lead to, the newest first.</summary>
internal sealed partial class PdfFile
{
    private readonly string _text;
    private readonly Dictionary<int, string> _objects = [];

    [GeneratedRegex(@"/(?<name>F\d+) (?<number>\d+) 0 R")]
    private static partial Regex FontName { get; }

    [GeneratedRegex(@"/(?<font>F\d+) [\d.]+ Tf|<(?<glyphs>[0-9A-Fa-f]*)> Tj")]
    private static partial Regex Shown { get; }

    [GeneratedRegex(@"<(?<from>[0-9A-F]{4})> (?:<(?<to>[0-9A-F]{4})> )?<(?<text>[0-9A-F]+)>\n")]
    private static partial Regex Mapping { get; }

    public PdfFile(byte[] bytes)
    {
        // A character a byte.
        _text = Encoding.Latin1.GetString(bytes);
        Assert.StartsWith("%PDF-1.", _text, StringComparison.Ordinal);
        var start = Number(Regex.Match(_text, @"startxref\s+(\d+)\s+%%EOF\s*$").Groups[1].Value);
        Trailer = _text[_text.IndexOf("trailer", start, StringComparison.Ordinal)..];
        for (int? table = start; table is not null;)
        {
            table = ReadTable(table.Value);
        }

        Catalogue = _objects[Number(Regex.Match(Trailer, @"/Root (\d+)").Groups[1].Value)];
        Information = _objects[Number(Regex.Match(Trailer, @"/Info (\d+)").Groups[1].Value)];
    }

    public string Trailer { get; }

    public string Catalogue { get; }

    public string Information { get; }

    /// <summary>The roles of the structure tree that are used.</summary>
    public HashSet<string> Roles => [.. _objects.Values.Where(o => o.Contains("/Type /StructElem", StringComparison.Ordinal)).Select(o => Regex.Match(o, @"/S /(\w+)").Groups[1].Value)];

    public int Pages => _objects.Values.Count(o => Regex.IsMatch(o, @"/Type /Page\b"));

    public string Metadata => Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(Body(_objects[Reference(Catalogue, "Metadata")])));

    /// <summary>All that is shown, in the order in which it is painted.</summary>
    public string Text()
    {
        var text = new StringBuilder();
        var letters = new Dictionary<int, Dictionary<string, string>>();
        foreach (var page in _objects.Values.Where(o => Regex.IsMatch(o, @"/Type /Page\b")))
        {
            var fonts = FontName.Matches(page).DistinctBy(f => f.Groups["name"].Value).ToDictionary(f => "" + f.Groups["name"].Value, f => Number(f.Groups["number"].Value));
            var font = "";
            foreach (Match shown in Shown.Matches(Stream(_objects[Reference(page, "Contents")])))
            {
                font = shown.Groups["font"].Success ? shown.Groups["font"].Value : font;
                if (!letters.TryGetValue(fonts[font], out var map))
                {
                    letters[fonts[font]] = map = Letters(Stream(_objects[Reference(_objects[fonts[font]], "ToUnicode")]));
                }

                text.Append(string.Concat(shown.Groups["glyphs"].Value.Chunk(4).Select(glyph => map.GetValueOrDefault(new string(glyph).ToUpperInvariant(), ""))));
            }
        }

        return text.ToString();
    }

    /// <summary>A text of the record, such as <c>Title</c>.</summary>
    public string? Said(string key) => Regex.Match(Information, $@"/{key} <FEFF([0-9A-F]*)>") is { Success: true } match ? Encoding.BigEndianUnicode.GetString(Convert.FromHexString(match.Groups[1].Value)) : null;

    private static Dictionary<string, string> Letters(string map)
    {
        var letters = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Match match in Mapping.Matches(map))
        {
            var (from, text) = (Convert.ToInt32(match.Groups["from"].Value, 16), Encoding.BigEndianUnicode.GetString(Convert.FromHexString(match.Groups["text"].Value)));
            var to = match.Groups["to"].Success ? Convert.ToInt32(match.Groups["to"].Value, 16) : from;
            for (var glyph = from; glyph <= to; glyph++)
            {
                letters.TryAdd(glyph.ToString("X4", CultureInfo.InvariantCulture), text[..^1] + (char)(text[^1] + glyph - from));
            }
        }

        return letters;
    }

    // ISO 32000-1, 7.5.4; the table before it, where it is an update.
    private int? ReadTable(int at)
    {
        Assert.Equal("xref\n", _text.Substring(at, 5));
        var (line, end) = (at + 5, _text.IndexOf("trailer", at, StringComparison.Ordinal));
        while (line < end)
        {
            var head = _text[line.._text.IndexOf('\n', line)].Split(' ');
            line += string.Join(' ', head).Length + 1;
            for (var i = 0; i < Number(head[1]); i++, line += 20)
            {
                var number = Number(head[0]) + i;
                if (_text[line + 17] == 'n' && !_objects.ContainsKey(number))
                {
                    var offset = Number(_text.Substring(line, 10));
                    Assert.StartsWith($"{number} 0 obj", _text[offset..(offset + 20)], StringComparison.Ordinal);
                    _objects[number] = _text[offset.._text.IndexOf("endobj", offset, StringComparison.Ordinal)];
                }
            }
        }

        return Regex.Match(_text[end.._text.IndexOf("startxref", end, StringComparison.Ordinal)], @"/Prev (\d+)") is { Success: true } previous ? Number(previous.Groups[1].Value) : null;
    }

    private static int Reference(string from, string key) => Number(Regex.Match(from, $@"/{key} (\d+) 0 R").Groups[1].Value);

    private static string Body(string stream)
    {
        var start = stream.IndexOf("stream\n", StringComparison.Ordinal) + 7;
        return stream.Substring(start, Number(Regex.Match(stream, @"/Length (\d+)").Groups[1].Value));
    }

    private static string Stream(string packed)
    {
        using var inflate = new ZLibStream(new MemoryStream(Encoding.Latin1.GetBytes(Body(packed))), CompressionMode.Decompress);
        using var reader = new StreamReader(inflate, Encoding.Latin1);
        return reader.ReadToEnd();
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
