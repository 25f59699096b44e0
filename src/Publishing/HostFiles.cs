using System.Collections.Immutable;
using PolicyArchive.Pages;

namespace PolicyArchive.Publishing;

/// <summary>What the host is told: headers and redirects, in the format of Netlify that Cloudflare Pages reads too.</summary>
public static class HostFiles
{
    public static ImmutableArray<RenderedFile> Of(SitePlan plan) => [HeaderRules.Of(plan), RedirectRules.Of(plan)];
}
