using PolicyArchive.Briefs;
using PolicyArchive.Pages;
using PolicyArchive.Theming;

namespace PolicyArchive.Tests.Pages;

/// <summary>A new member of a closed family must be met by every switch over it.</summary>
public sealed class ClosedFamilies
{
    [Fact]
    public void Every_sort_of_page_has_a_template()
    {
        var pages = typeof(Page).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Page)) && !t.IsAbstract).ToHashSet();
        Assert.Superset(pages, TemplateNames.All.Values.ToHashSet());
    }

    [Fact]
    public void Every_sort_of_link_target_has_its_attributes()
    {
        LinkTarget[] one =
        [
            new LinkTarget.Internal(SiteUrl.Home, "#a"), new LinkTarget.Anchor("#a"), new LinkTarget.External("https://a.example"),
            new LinkTarget.Picture(SiteUrl.Home, 1, 2),
        ];
        Assert.Equal(typeof(LinkTarget).GetNestedTypes().Where(t => t.IsSubclassOf(typeof(LinkTarget))).ToHashSet(), one.Select(t => t.GetType()).ToHashSet());
        Assert.Equal(
            [" href=\"/#a\"", " href=\"#a\"", " href=\"https://a.example\" class=\"external\" rel=\"external noopener\"", " src=\"/\" width=\"1\" height=\"2\""],
            one.Select(target => LinkText.Of(target, url => url.Escaped)));
    }

    [Fact]
    public void Every_taxonomy_has_its_folder_its_title_and_its_pages()
    {
        using var site = SmallSite.WithBrief("topics: [a]\nregions: [b]\nseries: c");
        var files = site.Files();
        Assert.All(Enum.GetValues<Taxonomy>(), taxonomy => Assert.Contains($"{Term.Folder(taxonomy)}/index.html", files.Keys));
    }
}
