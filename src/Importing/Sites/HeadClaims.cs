using System.Collections.Immutable;
using PolicyArchive.Importing.Arranging;
using PolicyArchive.Importing.Sites.Heads;
using PolicyArchive.Naming;
using PolicyArchive.Reading;

namespace PolicyArchive.Importing.Sites;

/// <summary>What front matter says, under the names that generators and their themes give to it.</summary>
internal static class HeadClaims
{
    private static readonly string[] AddressKeys = ["aliases", "alias", "redirect_from"];

    /// <summary>Whatever all generators have in common; dates, topics and addresses are the generator's own.</summary>
    public static Claims Read(HeadKeys head, IReadOnlyDictionary<string, OldPerson> people) => new()
    {
        Title = Of(head, "title"),
        Authors = [.. Authors(head, people)],
        Updated = Of(head, "lastmod", "last_modified_at", "last_modified", "last_updated", "modified", "date_modified", "updated"),
        Summary = Of(head, "description", "summary", "excerpt", "lead", "standfirst", "subtitle", "abstract"),
        Language = Of(head, "lang", "language", "locale") is { } language && language.Text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') ? language with { Text = language.Text.Replace('_', '-') } : null,
        Doi = Of(head, "doi"),
        Licence = Of(head, "license", "licence"),
        Series = Of(head, "series"),
        Regions = [.. Texts(head, "regions", "region", "countries")],
    };

    public static Claim? Of(HeadKeys head, params ReadOnlySpan<string> names) => head.Text(names) is { } text ? new Claim(text, From(head, names)) : null;

    public static IEnumerable<Claim> Texts(HeadKeys head, params ReadOnlySpan<string> names)
    {
        var from = From(head, names);
        return head.Texts(names).Select(text => new Claim(text, from));
    }

    public static string From(HeadKeys head, params ReadOnlySpan<string> names) => $"the front matter's `{head.Find(names)?.Key}`";

    public static ImmutableArray<string> OldAddressesOf(HeadKeys head) => head.Texts(AddressKeys);

    /// <summary>A picture that stands for the text, as the head names it, and what it shows.</summary>
    public static (string Address, string Alt)? Picture(HeadKeys head)
    {
        var address = head.Text("featured_image", "feature_image", "hero_image", "cover_image", "thumbnail", "thumb", "featured", "images")
            ?? (head.Find("image")?.Value is YamlMap ? head.Below("image", "path", "src", "file", "url", "feature") : head.Text("image"))
            ?? (head.Find("cover")?.Value is YamlMap ? head.Below("cover", "image", "src") : head.Text("cover"))
            ?? head.Below("header", "image", "overlay_image", "teaser");
        var alt = head.Text("image_alt", "featured_image_alt", "alt") ?? head.Below("cover", "alt") ?? head.Below("image", "alt") ?? head.Below("header", "image_description") ?? "";
        return address is null ? null : (address, alt);
    }

    /// <summary>The keys that say nothing here, for the report.</summary>
    public static IEnumerable<string> Remarks(HeadKeys head)
    {
        foreach (var entry in head.Unasked)
        {
            var value = entry.Value switch { YamlScalar scalar => TextFold.CollapseSpaces(scalar.Text), YamlList list => string.Join(", ", HeadKeys.TextsOf(list)), _ => "" };
            yield return $"`{entry.Key}`{(value.Length is > 0 and < 120 ? $" ({value})" : "")} has no place here.";
        }
    }

    private static IEnumerable<Claim> Authors(HeadKeys head, IReadOnlyDictionary<string, OldPerson> people)
    {
        if (head.Find("authors", "author", "by") is not { } entry)
        {
            yield break;
        }

        var from = $"the front matter's `{entry.Key}`";
        foreach (var node in entry.Value is YamlList list ? list.Items : [entry.Value])
        {
            var text = node is YamlMap map ? new HeadKeys(map).Text("name", "display_name") : HeadKeys.TextOf(node);
            if (text is null)
            {
                continue;
            }

            // A byline in one text names several; what is no name is left whole.
            var names = people.TryGetValue(text, out var known) ? [known.Name] : Byline.Names(text).Names is { Count: > 1 } several ? several : [text];
            foreach (var name in names)
            {
                yield return new Claim(people.TryGetValue(name, out var person) ? person.Name : name, from);
            }
        }
    }
}
