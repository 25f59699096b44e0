using System.Text;
using PolicyArchive.Pages;

namespace PolicyArchive.Publishing;

/// <summary>
/// <c>_redirects</c>: a line for each old and each retired address. All are static: what a host would take for a
/// placeholder, a pattern, a comment or the end of a field is escaped. Forced with "!", or the page that stands at the old
/// address for hosts without rules would hide the rule.
/// </summary>
internal static class RedirectRules
{
    public static RenderedFile Of(SitePlan plan)
    {
        var text = new StringBuilder();
        var site = plan.Settings.BaseUrl;
        foreach (var redirect in plan.Redirects)
        {
            Rules(text, site.Link(redirect.From), site.Link(redirect.To), "301!");
        }

        // Served from its own page, with the status that says so for good.
        foreach (var gone in plan.Gone)
        {
            Rules(text, site.Link(gone.From), site.Link(gone.Page), "410!");
        }

        return new RenderedFile("_redirects", Encoding.UTF8.GetBytes(text.ToString()));
    }

    // Netlify takes an address with and without its closing slash for one; others do not.
    private static void Rules(StringBuilder text, string from, string to, string status)
    {
        if (from.EndsWith('/') && from.Length > 1)
        {
            text.Append(from.AsSpan(0, from.Length - 1)).Append(' ').Append(to).Append(' ').Append(status).Append('\n');
        }

        text.Append(from).Append(' ').Append(to).Append(' ').Append(status).Append('\n');
    }
}
