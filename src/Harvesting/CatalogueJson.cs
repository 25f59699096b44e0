using System.Collections.Immutable;
using System.Text.Json;
using PolicyArchive.Briefs;
using PolicyArchive.Feeds;
using PolicyArchive.Markup;
using PolicyArchive.Pages;

namespace PolicyArchive.Harvesting;

/// <summary>The machine catalogue: all that is known of every brief but its text. What is not known is left out. docs/harvest.md has the keys.</summary>
internal sealed class CatalogueJson(Settings settings)
{
    public ImmutableArray<ReadOnlyMemory<byte>> Write(ImmutableArray<BriefPage> briefs) =>
        Records.Document(Head(briefs.Length), Records.WriteJson(briefs, Record), "\n]}\n"u8);

    private byte[] Head(int count)
    {
        using var buffer = new MarkupWriter();
        using (var json = new Utf8JsonWriter(buffer, Records.Format))
        {
            json.WriteStartObject();
            json.WriteString("title", settings.Title);
            json.WriteString("url", Absolute(SiteUrl.Home));
            Text(json, "publisher", settings.Publisher.Name);
            json.WriteString("language", settings.Language);
            json.WriteNumber("count", count);
            json.WriteStartArray("briefs");
        }

        buffer.Write("\n"u8);
        return buffer.ToArray();
    }

    private void Record(Utf8JsonWriter json, BriefPage page)
    {
        var (entry, brief) = (page.Entry, page.Entry.Brief);
        json.WriteStartObject();
        json.WriteString("slug", brief.Slug.Text);
        json.WriteString("url", Absolute(page.Url));
        Text(json, "canonical", page.Canonical == Absolute(page.Url) ? null : page.Canonical);
        json.WriteString("title", brief.Title);
        Text(json, "summary", brief.Summary);
        json.WriteString("kind", entry.Kind.Name);
        People(json, entry.Authors);
        Text(json, "published", brief.Published.AsKnown?.Iso);
        Text(json, "not_before", (brief.Published as PublicationDate.Unknown)?.NotBefore is { } day ? new PublicationDate.Known(day).Iso : null);
        Text(json, "updated", brief.Updated?.Iso);
        json.WriteString("language", entry.Language);
        Texts(json, "topics", entry.Topics.Select(term => term.Name));
        Texts(json, "regions", entry.Regions.Select(term => term.Name));
        Text(json, "series", entry.Series?.Name);
        Text(json, "number", brief.Number);
        Text(json, "doi", brief.Doi?.Text);
        Text(json, "isbn", brief.Isbn?.Text);
        Rights(json, page);
        Corrections(json, brief.Corrections);
        Text(json, "translation_of", page.Original is { } original ? Absolute(original.Url) : null);
        Texts(json, "supersedes", page.Supersedes.Select(other => Absolute(other.Url)));
        Text(json, "superseded_by", page.SupersededBy is { } successor ? Absolute(successor.Url) : null);
        Files(json, page);
        json.WriteNumber("words", brief.Body.Words);
        Provenance(json, brief.Provenance);
        json.WriteEndObject();
    }

    private static void People(Utf8JsonWriter json, ImmutableArray<Person> authors) => List(json, "authors", authors, author =>
    {
        json.WriteString("name", author.Name);
        Text(json, "affiliation", author.Affiliation);
        Text(json, "orcid", author.Orcid?.Text);
        Text(json, "url", author.Url?.Text);
        if (author.IsOrganization)
        {
            json.WriteBoolean("organization", true);
        }
    });

    private static void Rights(Utf8JsonWriter json, BriefPage page)
    {
        if (page.Licence is { } licence)
        {
            json.WriteStartObject("license");
            Text(json, "id", licence.Id);
            json.WriteString("name", licence.Name);
            Text(json, "url", licence.Url?.Text);
            json.WriteEndObject();
        }

        if (page.Entry.Brief.Source is { } source)
        {
            json.WriteStartObject("source");
            Text(json, "name", source.Name);
            Text(json, "title", source.Title);
            Text(json, "url", source.Url?.Text);
            json.WriteString("permission", source.Permission);
            json.WriteEndObject();
        }

        Text(json, "disclaimer", page.Disclaimer);
    }

    private static void Corrections(Utf8JsonWriter json, ImmutableArray<Correction> corrections) =>
        List(json, "corrections", corrections.OrderBy(c => c.Date.Instant), correction =>
        {
            json.WriteString("date", correction.Date.Iso);
            json.WriteString("text", correction.Text);
        });

    private void Files(Utf8JsonWriter json, BriefPage page) => List(json, "attachments", page.Attachments, file =>
    {
        json.WriteString("title", file.Title);
        json.WriteString("url", Absolute(file.Url));
        json.WriteString("type", MediaType.Of(file.FileName));
        json.WriteNumber("bytes", file.Bytes);
    });

    private static void Provenance(Utf8JsonWriter json, Provenance? provenance)
    {
        if (provenance is null)
        {
            return;
        }

        json.WriteStartObject("provenance");
        json.WriteString("file", provenance.File);
        Text(json, "sha256", provenance.Sha256);
        Text(json, "imported", provenance.Imported is { } day ? new PublicationDate.Known(day).Iso : null);
        json.WriteEndObject();
    }

    private static void List<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        if (!items.Any())
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        if (!texts.Any())
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static void Text(Utf8JsonWriter json, string name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            json.WriteString(name, text);
        }
    }

    private string Absolute(SiteUrl url) => settings.BaseUrl.Absolute(url);
}
