using PolicyArchive.Findings;

namespace PolicyArchive.Preview;

/// <summary>The site at one moment.</summary>
/// <param name="Site">The last one without errors; null when there was none yet.</param>
/// <param name="Report">What is wrong now.</param>
/// <param name="Panel">The errors as markup for the browser, or empty.</param>
internal sealed record Edition(SiteFiles? Site, Report Report, string Panel);
