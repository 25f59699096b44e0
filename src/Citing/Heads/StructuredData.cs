using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using PolicyArchive.Briefs;
using PolicyArchive.Markup;
using PolicyArchive.Pages;

namespace PolicyArchive.Citing.Heads;

/// <summary>What a page is, in JSON-LD with the vocabulary of schema.org.</summary>
internal static class StructuredData
{
    // Inside a script element: what could end it is escaped.
    private static readonly JsonWriterOptions Format = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static ReadOnlyMemory<byte> Of(Page page, Settings settings)
    {
        using var buffer = new MarkupWriter(4096);
        using (var json = new Utf8JsonWriter(buffer, Format))
        {
            json.WriteStartObject();
            json.WriteString("@context", "https://schema.org");
            json.WriteStartArray("@graph");
            switch (page)
            {
                case BriefPage brief:
                    ArticleData.Write(json, brief, settings);
                    break;
                case HomePage:
                    Site(json, settings);
                    break;
                default:
                    WebPage(json, page, settings);
                    break;
            }

            Breadcrumbs(json, page, settings);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    public static string SiteId(Settings settings) => settings.BaseUrl.Absolute(SiteUrl.Home) + "#website";

    /// <summary>The institute, where another object refers to it.</summary>
    public static void Publisher(Utf8JsonWriter json, string property, Settings settings)
    {
        var publisher = settings.Publisher;
        json.WriteStartObject(property);
        json.WriteString("@type", "Organization");
        json.WriteString("name", publisher.Name.Length > 0 ? publisher.Name : settings.Title);
        json.WriteString("url", publisher.Url?.Text ?? settings.BaseUrl.Absolute(SiteUrl.Home));
        Text(json, "email", publisher.Email);
        json.WriteEndObject();
    }

    public static void Text(Utf8JsonWriter json, string property, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            json.WriteString(property, value);
        }
    }

    private static void Site(Utf8JsonWriter json, Settings settings)
    {
        json.WriteStartObject();
        json.WriteString("@type", "WebSite");
        json.WriteString("@id", SiteId(settings));
        json.WriteString("name", settings.Title);
        Text(json, "description", settings.Description);
        json.WriteString("url", settings.BaseUrl.Absolute(SiteUrl.Home));
        json.WriteString("inLanguage", settings.Language);
        Text(json, "issn", settings.Publisher.Issn?.Text);
        Text(json, "license", settings.Licence?.Url?.Text);
        Publisher(json, "publisher", settings);
        json.WriteStartObject("potentialAction");
        json.WriteString("@type", "SearchAction");
        json.WriteStartObject("target");
        json.WriteString("@type", "EntryPoint");
        json.WriteString("urlTemplate", settings.BaseUrl.Absolute(SiteUrl.Home / "search") + "?q={search_term_string}");
        json.WriteEndObject();
        json.WriteString("query-input", "required name=search_term_string");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WebPage(Utf8JsonWriter json, Page page, Settings settings)
    {
        var address = settings.BaseUrl.Absolute(page.Url);
        json.WriteStartObject();
        json.WriteString("@type", page switch
        {
            AuthorPage => "ProfilePage",
            ListPage or TermIndexPage or AuthorIndexPage or YearIndexPage => "CollectionPage",
            SearchPage => "SearchResultsPage",
            _ => "WebPage",
        });
        json.WriteString("@id", address);
        json.WriteString("name", page.Title);
        Text(json, "description", page.Description);
        json.WriteString("url", address);
        json.WriteString("inLanguage", page is ProsePage prose ? prose.Language : settings.Language);
        json.WriteStartObject("isPartOf");
        json.WriteString("@id", SiteId(settings));
        json.WriteEndObject();
        switch (page)
        {
            case AuthorPage author:
                ArticleData.Author(json, "mainEntity", author.Person, settings);
                break;
            case TermPage { Shelf.Term: { Taxonomy: Taxonomy.Topics or Taxonomy.Regions } term }:
                ArticleData.Subject(json, "about", term, settings);
                break;
        }

        if (page is ListPage list and not AuthorPage)
        {
            json.WriteStartObject("mainEntity");
            json.WriteString("@type", "ItemList");
            json.WriteNumber("numberOfItems", list.Total);
            json.WriteStartArray("itemListElement");
            for (var i = 0; i < list.Entries.Length; i++)
            {
                json.WriteStartObject();
                json.WriteString("@type", "ListItem");
                json.WriteNumber("position", ((list.Number - 1) * settings.PageSize) + i + 1);
                json.WriteString("url", settings.BaseUrl.Absolute(list.Entries[i].Url));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Breadcrumbs(Utf8JsonWriter json, Page page, Settings settings)
    {
        if (page.Breadcrumbs.IsEmpty)
        {
            return;
        }

        json.WriteStartObject();
        json.WriteString("@type", "BreadcrumbList");
        json.WriteStartArray("itemListElement");
        var crumbs = page.Breadcrumbs.Add(new Crumb(page.Title, page.Url));
        for (var i = 0; i < crumbs.Length; i++)
        {
            json.WriteStartObject();
            json.WriteString("@type", "ListItem");
            json.WriteNumber("position", i + 1);
            json.WriteString("name", crumbs[i].Name);
            json.WriteStartObject("item");
            json.WriteString("@id", settings.BaseUrl.Absolute(crumbs[i].Url));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
