using System.Collections.Immutable;
using System.Text.Json;
using PolicyArchive.Briefs;
using PolicyArchive.Pages;

namespace PolicyArchive.Citing.Heads;

/// <summary>A piece as schema.org has it: an Article, and a Report too where it is one.</summary>
internal static class ArticleData
{
    public static void Write(Utf8JsonWriter json, BriefPage page, Settings settings)
    {
        var (entry, brief) = (page.Entry, page.Entry.Brief);
        var address = settings.BaseUrl.Absolute(page.Url);
        json.WriteStartObject();
        Types(json, entry.Record);
        json.WriteString("@id", address);
        json.WriteString("headline", brief.Title);
        json.WriteString("name", brief.Title);
        StructuredData.Text(json, "description", page.Description);
        json.WriteString("url", address);
        json.WriteString("mainEntityOfPage", address);
        StructuredData.Text(json, "datePublished", brief.Published.AsKnown?.Iso);
        StructuredData.Text(json, "dateModified", brief.LastChanged is { } changed && changed != brief.Published.AsKnown ? changed.Iso : null);
        Many(json, "author", entry.Authors, (author, name) => Author(json, name, author, settings));
        StructuredData.Publisher(json, "publisher", settings);
        Parts(json, entry, settings);
        if (entry.Record is RecordKind.PolicyBrief or RecordKind.Report or RecordKind.WorkingPaper)
        {
            StructuredData.Text(json, "reportNumber", brief.Number);
        }

        json.WriteString("genre", entry.Kind.Name);
        json.WriteString("inLanguage", entry.Language);
        json.WriteBoolean("isAccessibleForFree", true);
        json.WriteNumber("wordCount", brief.Body.Words);
        Many(json, "about", entry.Topics, (topic, name) => Subject(json, name, topic, settings));
        Many(json, "spatialCoverage", entry.Regions, (region, name) => Place(json, name, region));
        Rights(json, page);
        Corrections(json, brief);
        Identifiers(json, brief);
        Translations(json, page, settings);
        Media(json, page, settings);
        json.WriteEndObject();
    }

    /// <param name="property">Null inside an array.</param>
    public static void Author(Utf8JsonWriter json, string? property, Person person, Settings settings)
    {
        Open(json, property);
        json.WriteString("@type", person.IsOrganization ? "Organization" : "Person");
        json.WriteString("name", person.Name);
        json.WriteString("url", settings.BaseUrl.Absolute(person.Page));
        Many(json, "sameAs", [.. ((string?[])[person.Orcid?.Url, person.Url?.Text]).OfType<string>()], (address, name) => Value(json, name, address));
        if (person.Affiliation is { } affiliation)
        {
            // A body has no affiliation, but belongs to another.
            json.WriteStartObject(person.IsOrganization ? "parentOrganization" : "affiliation");
            json.WriteString("@type", "Organization");
            json.WriteString("name", affiliation);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    /// <inheritdoc cref="Author"/>
    public static void Subject(Utf8JsonWriter json, string? property, Term term, Settings settings)
    {
        Open(json, property);
        json.WriteString("@type", term.Taxonomy == Taxonomy.Regions ? "Place" : "DefinedTerm");
        json.WriteString("name", term.Name);
        json.WriteString("url", settings.BaseUrl.Absolute(term.Url));
        json.WriteEndObject();
    }

    private static void Types(Utf8JsonWriter json, RecordKind kind)
    {
        if (kind is RecordKind.PolicyBrief or RecordKind.Report or RecordKind.WorkingPaper)
        {
            json.WriteStartArray("@type");
            json.WriteStringValue("Article");
            json.WriteStringValue("Report");
            json.WriteEndArray();
        }
        else
        {
            json.WriteString("@type", "Article");
        }
    }

    private static void Place(Utf8JsonWriter json, string? property, Term region)
    {
        Open(json, property);
        json.WriteString("@type", "Place");
        json.WriteString("name", region.Name);
        json.WriteEndObject();
    }

    private static void Parts(Utf8JsonWriter json, Entry entry, Settings settings)
    {
        json.WriteStartArray("isPartOf");
        json.WriteStartObject();
        json.WriteString("@type", "WebSite");
        json.WriteString("@id", StructuredData.SiteId(settings));
        json.WriteString("name", settings.Title);
        json.WriteString("url", settings.BaseUrl.Absolute(SiteUrl.Home));
        json.WriteEndObject();
        if (entry.Series is { } series)
        {
            json.WriteStartObject();
            json.WriteString("@type", "CreativeWorkSeries");
            json.WriteString("name", series.Name);
            json.WriteString("url", settings.BaseUrl.Absolute(series.Url));
            StructuredData.Text(json, "issn", settings.Publisher.Issn?.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Rights(Utf8JsonWriter json, BriefPage page)
    {
        StructuredData.Text(json, "license", page.Licence?.Url?.Text);
        if (page.Entry.Brief.Source is not { } source)
        {
            return;
        }

        json.WriteString("copyrightNotice", source.Permission);
        json.WriteStartObject("isBasedOn");
        json.WriteString("@type", "CreativeWork");
        json.WriteString("name", source.Title ?? page.Entry.Brief.Title);
        StructuredData.Text(json, "url", source.Url?.Text);
        if (source.Name is { } name)
        {
            json.WriteStartObject("publisher");
            json.WriteString("@type", "Organization");
            json.WriteString("name", name);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Corrections(Utf8JsonWriter json, Brief brief) =>
        Many(json, "correction", [.. brief.Corrections.OrderBy(correction => correction.Date.Instant)], (correction, name) =>
        {
            Open(json, name);
            json.WriteString("@type", "CorrectionComment");
            json.WriteString("text", correction.Text);
            json.WriteString("datePublished", correction.Date.Iso);
            json.WriteEndObject();
        });

    private static void Identifiers(Utf8JsonWriter json, Brief brief) =>
        Many(json, "identifier", [.. ((ImmutableArray<(string Scheme, string? Value)>)[("DOI", brief.Doi?.Text), ("ISBN", brief.Isbn?.Text)]).Where(identifier => identifier.Value is not null)], (identifier, name) =>
        {
            Open(json, name);
            json.WriteString("@type", "PropertyValue");
            json.WriteString("propertyID", identifier.Scheme);
            json.WriteString("value", identifier.Value);
            json.WriteEndObject();
        });

    private static void Translations(Utf8JsonWriter json, BriefPage page, Settings settings)
    {
        var others = page.Original is null ? page.Translations : [page.Original];
        Many(json, page.Original is null ? "workTranslation" : "translationOfWork", others, (other, name) =>
        {
            Open(json, name);
            json.WriteString("@type", "Article");
            json.WriteString("@id", settings.BaseUrl.Absolute(other.Url));
            json.WriteString("name", other.Brief.Title);
            json.WriteString("inLanguage", other.Language);
            json.WriteEndObject();
        });
    }

    private static void Media(Utf8JsonWriter json, BriefPage page, Settings settings)
    {
        if (page.Image is { } image)
        {
            json.WriteStartObject("image");
            json.WriteString("@type", "ImageObject");
            json.WriteString("url", settings.BaseUrl.Absolute(image.Url));
            StructuredData.Text(json, "caption", image.Alt);
            StructuredData.Text(json, "creditText", image.Credit);
            json.WriteEndObject();
        }

        Many(json, "associatedMedia", page.Attachments, (file, name) =>
        {
            Open(json, name);
            json.WriteString("@type", "MediaObject");
            json.WriteString("name", file.Title);
            json.WriteString("contentUrl", settings.BaseUrl.Absolute(file.Url));
            json.WriteString("contentSize", file.Bytes.ToString(System.Globalization.CultureInfo.InvariantCulture));
            json.WriteEndObject();
        });
    }

    // One value stands alone, several in a list, none is left out.
    private static void Many<T>(Utf8JsonWriter json, string property, ImmutableArray<T> values, Action<T, string?> write)
    {
        switch (values)
        {
            case []:
                break;
            case [var only]:
                write(only, property);
                break;
            default:
                json.WriteStartArray(property);
                foreach (var value in values)
                {
                    write(value, null);
                }

                json.WriteEndArray();
                break;
        }
    }

    private static void Open(Utf8JsonWriter json, string? property)
    {
        if (property is null)
        {
            json.WriteStartObject();
        }
        else
        {
            json.WriteStartObject(property);
        }
    }

    private static void Value(Utf8JsonWriter json, string? property, string value)
    {
        if (property is null)
        {
            json.WriteStringValue(value);
        }
        else
        {
            json.WriteString(property, value);
        }
    }
}
