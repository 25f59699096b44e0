using PolicyArchive.Briefs;
using PolicyArchive.Findings;
using PolicyArchive.Markup;
using PolicyArchive.Naming;

namespace PolicyArchive.Reading;

/// <summary>A Markdown file that is no brief to a page of its own, at the path of its file.</summary>
internal static class ProseReader
{
    // Keys of briefs and of other generators that say nothing wrong about a page.
    private static readonly string[] Ignored = ["order", "layout", "updated", "provenance"];

    public static Prose? Read(SourceFile file, Keys keys, int bodyStart, Settings settings, BodyReader bodies)
    {
        var title = BriefReader.ReadTitle(file, keys, "begin the file with a line `---`, then `title: `, then another line `---`");
        var language = LanguageTag.Read(keys);
        var body = bodies.Read(file, bodyStart, title ?? "", language ?? settings.Language, keys.Findings);
        var url = BriefAddress.Destination(keys) ?? Address(file, keys.Findings);
        var (description, redirectFrom, draft) = (keys.Text("summary", "description")?.Text, keys.Texts("redirect_from", "aliases"), keys.Flag("draft", "excluded") || IsEmbargoed(keys, settings.Today));
        keys.Ignore(Ignored);

        // What a folder gives to its briefs need not make sense for the pages in it.
        keys.WarnOfUnknown("a page", withInherited: false);
        return title is null || url is null ? null : new Prose
        {
            Url = url.Value,
            Title = title,
            SourcePath = TextFold.Compose(file.RelativePath),
            Place = file.Head,
            Description = description,
            Language = language,
            Body = body,
            RedirectFrom = redirectFrom,
            Draft = draft,
        };
    }

    private static bool IsEmbargoed(Keys keys, DateOnly today) =>
        keys.Text("published", "date") is { } day && !day.Text.Equals("unknown", StringComparison.OrdinalIgnoreCase) && keys.Date(day)?.Day > today;

    private static SiteUrl? Address(SourceFile file, List<Finding> findings)
    {
        var path = file.RelativePath.StartsWith("pages/", StringComparison.Ordinal) ? file.RelativePath["pages/".Length..] : file.RelativePath;
        var url = SiteUrl.Home;
        var segments = path[..path.LastIndexOf('.')].Split('/');
        var isIndex = segments.Length > 1 && segments[^1].Equals("index", StringComparison.OrdinalIgnoreCase);
        foreach (var segment in isIndex ? segments[..^1] : segments)
        {
            if (Slug.FromTitle(segment) is not { } slug)
            {
                findings.Add(Finding.Error("BRIEF003", file.Head, $"`{segment}` has no letter or digit to make an address of", "rename the file"));
                return null;
            }

            url /= slug;
        }

        return url;
    }
}
