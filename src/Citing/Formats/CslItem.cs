using System.Text.Encodings.Web;
using System.Text.Json;
using PolicyArchive.Briefs;
using PolicyArchive.Markup;

namespace PolicyArchive.Citing.Formats;

/// <summary>An item of CSL-JSON (citeproc's input, schema csl-data 1.0.2): what Zotero, Pandoc and citeproc read without loss.</summary>
internal static class CslItem
{
    private static readonly JsonWriterOptions Format = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ReadOnlyMemory<byte> Write(Reference reference)
    {
        using var buffer = new MarkupWriter(2048);
        using (var json = new Utf8JsonWriter(buffer, Format))
        {
            json.WriteStartObject();
            json.WriteString("id", reference.Key.Text);
            json.WriteString("type", TypeOf(reference.Kind));
            json.WriteString("title", reference.Title);
            Authors(json, reference);
            if (reference.Issued is { } issued)
            {
                Date(json, issued.Day);
            }

            json.WriteString("genre", reference.Genre);
            Text(json, "container-title", reference.IsArticle ? reference.Container : null);
            Text(json, "publisher", reference.IsArticle ? reference.PublisherOfContainer : reference.Publisher);

            Text(json, "collection-title", reference.Series);
            Text(json, "number", reference.Number);
            json.WriteString("URL", reference.Url);
            Text(json, "DOI", reference.Doi?.Text);
            Text(json, "ISBN", reference.Isbn?.Text);
            Text(json, "ISSN", reference.Issn?.Text);
            json.WriteString("language", reference.Language);
            Text(json, "abstract", reference.Abstract);
            Text(json, "keyword", reference.Keywords.IsEmpty ? null : string.Join(", ", reference.Keywords));
            Text(json, "note", Notes.Of(reference));
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private static string TypeOf(RecordKind kind) => kind switch
    {
        RecordKind.PolicyBrief or RecordKind.Report or RecordKind.WorkingPaper => "report",
        RecordKind.Commentary or RecordKind.Article => "article-journal",
        // A hearing is the whole session, a testimony what one speaker said in it.
        RecordKind.Speech or RecordKind.Testimony => "speech",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private static void Authors(Utf8JsonWriter json, Reference reference)
    {
        if (reference.Authors.IsEmpty)
        {
            return;
        }

        json.WriteStartArray("author");
        foreach (var author in reference.Authors)
        {
            json.WriteStartObject();
            switch (author)
            {
                case CitedName.Personal person:
                    json.WriteString("family", person.Family);
                    json.WriteString("given", person.Given);
                    Text(json, "non-dropping-particle", person.Particle.Length > 0 ? person.Particle : null);
                    Text(json, "suffix", person.Suffix.Length > 0 ? person.Suffix : null);
                    break;
                case CitedName.Literal body:
                    json.WriteString(body.IsBody ? "literal" : "family", body.Name);
                    break;
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Date(Utf8JsonWriter json, DateOnly day)
    {
        json.WriteStartObject("issued");
        json.WriteStartArray("date-parts");
        json.WriteStartArray();
        json.WriteNumberValue(day.Year);
        json.WriteNumberValue(day.Month);
        json.WriteNumberValue(day.Day);
        json.WriteEndArray();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
