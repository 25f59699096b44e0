using System.Text.Json;

namespace PolicyArchive.Tests.Feeds;

/// <summary>JSON Feed 1.1.</summary>
internal static class JsonFeedRules
{
    private static readonly string[] OfFeed = ["version", "title", "home_page_url", "feed_url", "description", "user_comment", "next_url", "icon", "favicon", "authors", "language", "expired", "hubs", "items"];
    private static readonly string[] OfItem = ["id", "url", "external_url", "title", "content_html", "content_text", "summary", "image", "banner_image", "date_published", "date_modified", "authors", "tags", "language", "attachments"];
    private static readonly string[] OfAttachment = ["url", "mime_type", "title", "size_in_bytes", "duration_in_seconds"];

    public static void Check(string text, string address)
    {
        using var json = JsonDocument.Parse(text);
        var feed = json.RootElement;
        Known(feed, OfFeed);
        Assert.Equal("https://jsonfeed.org/version/1.1", feed.GetProperty("version").GetString());
        Assert.NotEqual("", feed.GetProperty("title").GetString());
        Assert.Equal(address, feed.GetProperty("feed_url").GetString());
        FeedRules.Absolute(feed.GetProperty("home_page_url").GetString(), address);
        Authors(feed, address);
        var items = feed.GetProperty("items").EnumerateArray().ToArray();
        Assert.Equal(items.Length, items.Select(i => i.GetProperty("id").GetString()).Distinct().Count());
        Assert.All(items, item => Item(item, address));
    }

    private static void Item(JsonElement item, string address)
    {
        Known(item, OfItem);
        Assert.NotEqual("", item.GetProperty("id").GetString());
        foreach (var name in (string[])["url", "external_url", "image", "banner_image"])
        {
            if (item.TryGetProperty(name, out var url))
            {
                FeedRules.Absolute(url.GetString(), address);
            }
        }

        foreach (var name in (string[])["date_published", "date_modified"])
        {
            if (item.TryGetProperty(name, out var date))
            {
                FeedRules.Rfc3339(date.GetString()!);
            }
        }

        FeedRules.Content(item.GetProperty("content_html").GetString()!, address);
        Authors(item, address);
        if (item.TryGetProperty("tags", out var tags))
        {
            Assert.All(tags.EnumerateArray(), t => Assert.NotEqual("", t.GetString()));
        }

        if (item.TryGetProperty("attachments", out var attachments))
        {
            Assert.All(attachments.EnumerateArray(), attachment =>
            {
                Known(attachment, OfAttachment);
                FeedRules.Absolute(attachment.GetProperty("url").GetString(), address);
                Assert.Contains('/', attachment.GetProperty("mime_type").GetString()!);
            });
        }
    }

    private static void Authors(JsonElement owner, string address)
    {
        if (owner.TryGetProperty("authors", out var authors))
        {
            Assert.NotEmpty(authors.EnumerateArray());
            Assert.All(authors.EnumerateArray(), author =>
            {
                Known(author, ["name", "url", "avatar"]);
                Assert.NotEmpty(author.EnumerateObject());
                FeedRules.Absolute(author.GetProperty("url").GetString(), address);
            });
        }
    }

    // Own keys would begin with an underscore.
    private static void Known(JsonElement owner, string[] names)
    {
        var given = owner.EnumerateObject().Select(p => p.Name).ToArray();
        Assert.Equal(given.Distinct().Count(), given.Length);
        Assert.All(given, name => Assert.True(name[0] == '_' || names.Contains(name), name));
    }
}
