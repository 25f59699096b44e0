using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using PolicyArchive.Briefs;
using PolicyArchive.Markup;

namespace PolicyArchive.Feeds;

/// <summary>JSON Feed 1.1 (jsonfeed.org/version/1.1).</summary>
internal static class JsonFeed
{
    // A file of its own, never inside a page: only what JSON itself reserves has to be escaped.
    private static readonly JsonWriterOptions Format = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly ReadOnlyMemory<byte> Comma = ","u8.ToArray();

    public static ImmutableArray<ReadOnlyMemory<byte>> Write(Feed feed)
    {
        using var buffer = new MarkupWriter();
        using (var json = new Utf8JsonWriter(buffer, Format))
        {
            json.WriteStartObject();
            json.WriteString("version", "https://jsonfeed.org/version/1.1");
            json.WriteString("title", feed.Title);
            json.WriteString("home_page_url", feed.Absolute(feed.List.Url));
            json.WriteString("feed_url", feed.Absolute(feed.Links.Json));
            json.WriteString("description", feed.Description);
            json.WriteString("language", feed.Settings.Language);
            json.WriteStartArray("authors");
            Author(json, feed.Publisher, feed.PublisherUrl);
            json.WriteEndArray();
            if (feed.Part is null && feed.Settings.WebSub is { } hub)
            {
                Hub(json, hub);
            }

            json.WriteStartArray("items");
        }

        ReadOnlyMemory<byte> head = buffer.ToArray();
        var items = feed.Items.SelectMany((item, i) => i == 0 ? [item.Json] : (ReadOnlyMemory<byte>[])[Comma, item.Json]);
        return [head, .. items, "]}\n"u8.ToArray()];
    }

    public static ReadOnlyMemory<byte> Item(FeedItem item, ReadOnlySpan<byte> content)
    {
        using var buffer = new MarkupWriter();
        using (var json = new Utf8JsonWriter(buffer, Format))
        {
            json.WriteStartObject();
            json.WriteString("id", item.Url);
            json.WriteString("url", item.Url);
            if (item.Brief.Source?.Url is { } original)
            {
                json.WriteString("external_url", original.Text);
            }

            json.WriteString("title", item.Brief.Title);
            json.WriteString("content_html", content);
            if (item.Summary.Length > 0)
            {
                json.WriteString("summary", item.Summary);
            }

            if (item.Page.Image is { } image)
            {
                json.WriteString("image", item.Absolute(image.Url));
            }

            Dates(json, item.Brief);
            Lists(json, item);
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private static void Dates(Utf8JsonWriter json, Brief brief)
    {
        if (brief.Published.AsKnown is { } published)
        {
            json.WriteString("date_published", FeedDate.Rfc3339(published));
        }

        if (brief.LastChanged is { } changed && changed != brief.Published)
        {
            json.WriteString("date_modified", FeedDate.Rfc3339(changed));
        }
    }

    private static void Lists(Utf8JsonWriter json, FeedItem item)
    {
        if (!item.Page.Entry.Authors.IsEmpty)
        {
            json.WriteStartArray("authors");
            foreach (var author in item.Page.Entry.Authors)
            {
                Author(json, author.Name, item.AddressOf(author));
            }

            json.WriteEndArray();
        }

        if (!item.Categories.IsEmpty)
        {
            json.WriteStartArray("tags");
            foreach (var term in item.Categories)
            {
                json.WriteStringValue(term.Name);
            }

            json.WriteEndArray();
        }

        json.WriteString("language", item.Page.Entry.Language);
        if (item.Page.Attachments.IsEmpty)
        {
            return;
        }

        json.WriteStartArray("attachments");
        foreach (var file in item.Page.Attachments)
        {
            json.WriteStartObject();
            json.WriteString("url", item.Absolute(file.Url));
            json.WriteString("mime_type", MediaType.Of(file.FileName));
            json.WriteString("title", file.Title);
            json.WriteNumber("size_in_bytes", file.Bytes);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Hub(Utf8JsonWriter json, WebUrl hub)
    {
        json.WriteStartArray("hubs");
        json.WriteStartObject();
        json.WriteString("type", "WebSub");
        json.WriteString("url", hub.Text);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Author(Utf8JsonWriter json, string name, string address)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteString("url", address);
        json.WriteEndObject();
    }
}
