using System.Text.RegularExpressions;
using PolicyArchive.Briefs;
using PolicyArchive.Findings;
using PolicyArchive.Naming;

namespace PolicyArchive.Reading;

/// <summary>What the path of a brief's file says: its slug, and the day its name may begin with.</summary>
internal static partial class BriefAddress
{
    [GeneratedRegex("^([0-9]{4}-[0-9]{2}-[0-9]{2})-(?=.)")]
    private static partial Regex LeadingDate { get; }

    /// <summary>The date that the file or, for <c>x/index.md</c>, its folder is named after; or null.</summary>
    public static PublicationDate.Known? DateInName(SourceFile file) =>
        LeadingDate.Match(NameOf(file)) is { Success: true } match ? PublicationDate.Parse(match.Groups[1].Value) : null;

    public static Slug? Slug(SourceFile file, Keys keys)
    {
        if (keys.Text("slug") is { } mention)
        {
            if (Naming.Slug.TryParse(mention.Text, out var given))
            {
                return given;
            }

            var like = Naming.Slug.FromTitle(mention.Text) is { } made ? $", e.g. `{made}`" : "";
            keys.Findings.Add(Finding.Error("BRIEF003", mention.Place, $"`{mention.Text}` cannot be a slug", $"use lower-case letters, digits and single hyphens{like}"));
            return null;
        }

        if (keys.IsFaulted("slug"))
        {
            return null;
        }

        var name = NameOf(file);
        if (Naming.Slug.FromTitle(LeadingDate.Replace(name, "")) is { } fromName)
        {
            return fromName;
        }

        keys.Findings.Add(Finding.Error("BRIEF003", file.Head, $"the file name `{name}` has no letter or digit to make an address of", "rename the file, or add a `slug`"));
        return null;
    }

    public static SiteUrl? Destination(Keys keys)
    {
        if (keys.Text("DestinationPath") is not { } mention)
        {
            return null;
        }

        var path = "/" + mention.Text.Replace('\\', '/').TrimStart('/');
        path = path.EndsWith("/index.html", StringComparison.OrdinalIgnoreCase) ? path[..^"index.html".Length] : path;
        if (path.Length > 1 && (path.EndsWith('/') || path.EndsWith(".html", StringComparison.OrdinalIgnoreCase)) && SiteUrl.TryParse(path, out var url))
        {
            return url;
        }

        keys.Findings.Add(Finding.Error("BRIEF019", mention.Place, $"`{mention.Text}` cannot be where the page stands", "give a path that ends in `.html` or `/`"));
        return null;
    }

    private static string NameOf(SourceFile file)
    {
        var parts = file.RelativePath.Split('/');
        var name = Path.GetFileNameWithoutExtension(parts[^1]);
        return parts.Length > 1 && name.Equals("index", StringComparison.OrdinalIgnoreCase) ? parts[^2] : name;
    }
}
