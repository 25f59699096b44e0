using System.Collections.Frozen;
using System.Collections.Immutable;
using PolicyArchive.Briefs;
using PolicyArchive.Findings;
using PolicyArchive.Naming;

namespace PolicyArchive.Pages;

/// <summary>From an archive to every page, list, file and redirect of the site. Reads as the site map does.</summary>
public static class Planning
{
    public static SitePlan Plan(Archive archive, Manuscripts manuscripts) => Open(archive, manuscripts).Plan;

    /// <summary>The plan, and what it takes to plan one of its pages again.</summary>
    public static OpenPlan Open(Archive archive, Manuscripts manuscripts)
    {
        var settings = manuscripts.Settings;
        var findings = new List<Finding>(RepecPlan.Judge(manuscripts.Terms, settings));
        var prose = manuscripts.Prose.Where(p => !p.Draft || settings.ShowDrafts).ToArray();
        var (listPages, lists) = ListPlan.Of(archive, settings);
        Page[] indexes = [.. IndexPlan.Of(archive, settings)];
        var files = FilePlan.Of(archive, manuscripts);

        var addresses = new Addresses(findings);
        ClaimTexts(addresses, archive, prose);
        ClaimOwn(addresses, [.. listPages, .. indexes], OwnFiles.Of(archive, settings, lists));
        foreach (var (file, url) in files)
        {
            addresses.Claim(url, file.Place);
        }

        if (settings.Publisher.Logo is { } logo && !files.Any(f => f.File.RelativePath == TextFold.Compose(logo.Text.TrimStart('/'))))
        {
            findings.Add(Finding.Error("LINK005", logo.Place, $"there is no picture `{logo.Text}`", "put it into the input folder, and give its path below it"));
        }

        var moved = RedirectPlan.Of(archive, manuscripts, addresses, findings);
        var retired = RetiredPlan.Of(manuscripts, moved, addresses, findings);
        var resolver = new LinkResolver(addresses, new SourceIndex(archive, manuscripts, files), new SlugIndex(archive, manuscripts), settings.BaseUrl);
        var briefPlan = new BriefPagePlan(archive, settings, resolver, addresses);
        var briefPages = briefPlan.Plan(findings);
        var prosePages = prose.Select(p => Prose(p, settings, resolver, findings)).ToArray();
        findings.AddRange(PictureRules.Of(files, archive, resolver.IsUsed));
        CopiedFile[] copies = [.. files.Select(f => new CopiedFile(f.File, f.Url)).Concat(AttachmentCopies(briefPages)).DistinctBy(f => f.Url).OrderBy(f => f.Url)];
        foreach (var file in copies)
        {
            addresses.Admit(file.Url);
        }

        var successors = new Successors(archive, manuscripts, [.. copies.Select(f => f.Url)]);
        var (followed, below) = LedgerPlan.Of(manuscripts, successors, addresses, moved, retired.Select(r => r.Gone), findings);
        Redirect[] redirects = [.. moved.Concat(followed).OrderBy(r => r.From)];
        var plan = new SitePlan
        {
            Settings = settings,
            Archive = archive,
            // An address claimed twice is an error already; one page at it is enough for the check of the others.
            Pages =
            [
                .. ((IEnumerable<Page>)[
                    .. listPages, .. indexes, .. briefPages, .. prosePages,
                    new NotFoundPage { Url = SiteUrl.Home.File("404.html"), Title = settings.Words.NotFound },
                    .. redirects.Where(r => OldAddress.HoldsPage(r.From)).Select(r => new RedirectPage { Url = r.From, Title = settings.Words.Moved, Target = r.To }),
                    .. retired.Select(r => r.Page),
                ]).DistinctBy(p => p.Url).OrderBy(p => p.Url),
            ],
            Lists = [.. lists.OrderBy(l => l.Url)],
            Files = [.. copies],
            Redirects = [.. redirects],
            Gone = [.. retired.Select(r => r.Gone).Concat(below).OrderBy(g => g.From)],
            Navigation = Navigation.Header(archive, manuscripts),
            FooterLinks = Navigation.Footer(manuscripts),
            Findings = [.. findings],
            BriefPages = briefPages.ToFrozenDictionary(p => p.Entry.Brief.Slug),
        };
        return new OpenPlan(plan, briefPlan.Plan, (page, faults) => Prose(page, settings, resolver, faults));
    }

    private static void ClaimTexts(Addresses addresses, Archive archive, IEnumerable<Prose> prose)
    {
        foreach (var entry in archive.Entries)
        {
            addresses.Claim(entry.Url, entry.Brief.Place, entry.Brief.Body.Anchors.ToHashSet(StringComparer.Ordinal));
        }

        foreach (var page in prose)
        {
            addresses.Claim(page.Url, page.Place, page.Body.Anchors.ToHashSet(StringComparer.Ordinal));
        }
    }

    private static void ClaimOwn(Addresses addresses, IEnumerable<Page> pages, IEnumerable<SiteUrl> files)
    {
        foreach (var url in pages.Select(page => page.Url).Concat(files))
        {
            addresses.Claim(url, default);
        }
    }

    private static ProsePage Prose(Prose prose, Settings settings, LinkResolver resolver, List<Finding> findings) => new()
    {
        Url = prose.Url,
        Title = prose.Title,
        Description = prose.Description ?? prose.Body.Lead,
        Breadcrumbs = [new(settings.Words.Home, SiteUrl.Home)],
        Body = prose.Body,
        Language = prose.Language ?? settings.Language,
        Links = resolver.Resolve(prose.Body, prose.SourcePath, prose.Url, findings),
    };

    private static IEnumerable<CopiedFile> AttachmentCopies(IEnumerable<BriefPage> pages) =>
        pages.SelectMany(p => p.Attachments).Where(a => a.Source is not null).Select(a => new CopiedFile(a.Source!, a.Url));
}
