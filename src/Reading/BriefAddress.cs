using System.Globalization;
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

    [GeneratedRegex("^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Device { get; }

    /// <summary>The date that the file or, for <c>x/index.md</c>, its folder is named after; or null.</summary>
    public static PublicationDate.Known? DateInName(SourceFile file) =>
        LeadingDate.Match(NameOf(file.RelativePath)) is { Success: true } match ? PublicationDate.Parse(match.Groups[1].Value) : null;

    public static Slug? Slug(SourceFile file, Keys keys)
    {
        if (keys.Text("slug") is { } mention)
        {
            if (Device.IsMatch(mention.Text))
            {
                keys.Findings.Add(DeviceName(mention.Place, mention.Text));
                return null;
            }

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

        if (SlugOfName(file.RelativePath) is { } fromName)
        {
            if (Device.IsMatch(fromName))
            {
                keys.Findings.Add(DeviceName(file.Head, fromName));
                return null;
            }

            return fromName;
        }

        keys.Findings.Add(Finding.Error("BRIEF003", file.Head, $"the file name `{NameOf(file.RelativePath)}` has no letter or digit to make an address of", "rename the file, or add a `slug`"));
        return null;
    }

    /// <summary>The slug that a file has by its name alone, less a leading date.</summary>
    public static Slug? SlugOfName(string path) => Naming.Slug.FromTitle(LeadingDate.Replace(NameOf(path), ""));

    private static Finding DeviceName(Place place, string name) =>
        Finding.Error("BRIEF003", place, $"`{name}` cannot be a slug, since Windows keeps the name for a device", "give another `slug`");

    public static SiteUrl? Destination(Keys keys)
    {
        if (keys.Text("DestinationPath") is not { } mention)
        {
            return null;
        }

        var path = "/" + mention.Text.Replace('\\', '/').TrimStart('/');
        path = path.EndsWith("/index.html", StringComparison.OrdinalIgnoreCase) ? path[..^"index.html".Length] : path;
        path = path.EndsWith('/') || path[path.LastIndexOf('/')..].Contains('.', StringComparison.Ordinal) ? path : path + "/";
        if (path.Length > 1 && (path.EndsWith('/') || path.EndsWith(".html", StringComparison.OrdinalIgnoreCase)) && SiteUrl.TryParse(path, out var url) && url.Value.Path.Split('/').All(CanStand))
        {
            return url;
        }

        keys.Findings.Add(Finding.Error("BRIEF019", mention.Place, $"`{mention.Text}` cannot be where the page stands", "give a path such as `blog/name.html` or `blog/name/`"));
        return null;
    }

    // What some file system or host cannot hold, or hides: names of devices, dots and spaces at the ends, signs of shells.
    private static bool CanStand(string segment) =>
        !segment.StartsWith('.') && !segment.EndsWith('.') && segment.Trim() == segment && !Device.IsMatch(segment.Split('.')[0])
        && !segment.Any(c => c is '<' or '>' or '"' or '|' || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    private static string NameOf(string path)
    {
        var parts = path.Split('/');
        var name = Path.GetFileNameWithoutExtension(parts[^1]);
        return parts.Length > 1 && name.Equals("index", StringComparison.OrdinalIgnoreCase) ? parts[^2] : name;
    }
}
