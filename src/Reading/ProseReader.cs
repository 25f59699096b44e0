using PolicyArchive.Briefs;
using PolicyArchive.Findings;
using PolicyArchive.Markup;
using PolicyArchive.Naming;

namespace PolicyArchive.Reading;

/// <summary>A Markdown file that is no brief to a page of its own, at the path of its file.</summary>
internal static class ProseReader
{
    public static Prose? Read(SourceFile file, Keys keys, int bodyStart, List<Finding> findings)
    {
        var title = keys.Text("title");
        var (body, found) = MarkdownReader.Read(file.Text[bodyStart..], title?.Text ?? "", offset => file.At(bodyStart + offset));
        findings.AddRange(found);
        var path = file.RelativePath.StartsWith("pages/", StringComparison.Ordinal) ? file.RelativePath["pages/".Length..] : file.RelativePath;
        var url = SiteUrl.Home;
        foreach (var segment in path[..path.LastIndexOf('.')].Split('/'))
        {
            if (segment.Equals("index", StringComparison.OrdinalIgnoreCase) && path.Contains('/', StringComparison.Ordinal))
            {
                continue;
            }

            if (Slug.FromTitle(segment) is not { } slug)
            {
                findings.Add(Finding.Error("BRIEF003", file.Head, $"`{segment}` has no letter or digit to make an address of", "rename the file"));
                return null;
            }

            url /= slug;
        }

        if (title is null)
        {
            findings.Add(Finding.Error("BRIEF001", file.Head, "no `title`", "begin the file with front matter that gives a `title`"));
            return null;
        }

        var prose = new Prose
        {
            Url = url,
            Title = title.Value.Text,
            SourcePath = file.RelativePath,
            Place = file.Head,
            Description = keys.Text("summary", "description")?.Text,
            Language = BriefReader.ReadLanguage(keys, findings),
            Body = body,
            RedirectFrom = keys.Texts("redirect_from"),
            Draft = keys.Flag("draft", "excluded"),
        };
        keys.Find("order", "layout");
        keys.WarnOfUnknown("a page");
        return prose;
    }
}
