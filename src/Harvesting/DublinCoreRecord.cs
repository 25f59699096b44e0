using PolicyArchive.Briefs;
using PolicyArchive.Feeds;
using PolicyArchive.Pages;

namespace PolicyArchive.Harvesting;

/// <summary>A brief in the fifteen elements of Dublin Core (1.1), several of each where there are.</summary>
internal static class DublinCoreRecord
{
    public static IEnumerable<(string Element, string Value)> Of(BriefPage page, Settings settings)
    {
        var (entry, brief, source) = (page.Entry, page.Entry.Brief, page.Entry.Brief.Source);
        yield return ("title", brief.Title);
        foreach (var author in entry.Authors)
        {
            yield return ("creator", author.Name);
        }

        foreach (var topic in entry.Topics)
        {
            yield return ("subject", topic.Name);
        }

        foreach (var text in (string?[])[brief.Summary, Undated(brief.Published), page.Disclaimer])
        {
            if (text is { Length: > 0 })
            {
                yield return ("description", text);
            }
        }

        yield return ("publisher", settings.Publisher.Name.Length > 0 ? settings.Publisher.Name : settings.Title);
        if (brief.Published.AsKnown is { } published)
        {
            yield return ("date", new PublicationDate.Known(published.Day).Iso);
        }

        yield return ("type", entry.Kind.Name);
        foreach (var type in page.Attachments.Select(file => MediaType.Of(file.FileName)).Prepend("text/html").Distinct())
        {
            yield return ("format", type);
        }

        yield return ("identifier", settings.BaseUrl.Absolute(page.Url));
        foreach (var id in (string?[])[brief.Doi?.Url, brief.Isbn is { } isbn ? "urn:isbn:" + isbn.Text : null])
        {
            if (id is not null)
            {
                yield return ("identifier", id);
            }
        }

        foreach (var origin in (string?[])[source?.Url?.Text, source is null ? null : string.Join(", ", ((string?[])[source.Title, source.Name]).OfType<string>()), Imported(brief.Provenance)])
        {
            if (origin is { Length: > 0 })
            {
                yield return ("source", origin);
            }
        }

        yield return ("language", entry.Language);
        foreach (var related in page.Attachments.Select(file => settings.BaseUrl.Absolute(file.Url)).Concat(page.Supersedes.Select(other => settings.BaseUrl.Absolute(other.Url))))
        {
            yield return ("relation", related);
        }

        foreach (var region in entry.Regions)
        {
            yield return ("coverage", region.Name);
        }

        foreach (var right in (string?[])[page.Licence?.Name, page.Licence?.Url?.Text, source?.Permission])
        {
            if (right is { Length: > 0 })
            {
                yield return ("rights", right);
            }
        }
    }

    private static string? Undated(PublicationDate date) => date switch
    {
        PublicationDate.Unknown { NotBefore: { } day } => $"Date unknown, not before {new PublicationDate.Known(day).Iso}.",
        PublicationDate.Unknown => "Date unknown.",
        _ => null,
    };

    private static string? Imported(Provenance? provenance) => provenance is null ? null
        : $"Imported from {provenance.File}{(provenance.Imported is { } day ? " on " + new PublicationDate.Known(day).Iso : "")}{(provenance.Sha256.Length > 0 ? $" (SHA-256 {provenance.Sha256})" : "")}";
}
