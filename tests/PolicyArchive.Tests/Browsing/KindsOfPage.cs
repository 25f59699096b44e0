using PolicyArchive.Pages;
using PolicyArchive.Tests.WholeSites;
using PolicyArchive.Theming;

namespace PolicyArchive.Tests.Browsing;

/// <summary>One page of each template from the sample, and from the site of everything those with every script and feature.</summary>
public static class KindsOfPage
{
    public static TheoryData<string, string> All
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var kind in WholeSite.Sample.Plan.Pages.Where(p => p is not RedirectPage).GroupBy(TemplateNames.Of, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
            {
                // Of briefs the longest, of lists the fullest.
                var page = kind.MaxBy(p => p is BriefPage brief ? brief.Entry.Brief.Body.Words : p is ListPage list ? list.Total * 10 - list.Number : 0)!;
                data.Add("sample", page.Url.OutputPath);
            }

            foreach (var page in WholeSite.Everything.Plan.BriefPages.Values.Where(p => p.Url.Path.Contains("water-accounts", StringComparison.Ordinal) || p.Entry.Language is "ja" or "ar" || p.Title.StartsWith("Names", StringComparison.Ordinal) || p.Entry.Brief.Source is not null).OrderBy(p => p.Url))
            {
                data.Add("everything", page.Url.OutputPath);
            }

            data.Add("everything", "index.html");
            data.Add("everything", "authors/index.html");
            data.Add("everything", "topics/index.html");
            return data;
        }
    }

    internal static string AddressOf(Browser browser, string site, string path) => (site == "sample" ? browser.Sample : browser.Everything).AddressOf(path);
}
