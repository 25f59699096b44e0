using PolicyArchive.Naming;

namespace PolicyArchive.Importing.Sites.Generators;

/// <summary>Where a page stands below <c>pages/</c>, so that it keeps its address as far as an address here can be it.</summary>
internal static class Paths
{
    public static string OfPage(string address, string fallback)
    {
        var path = OldAddresses.Unescaped(address);
        path = path.EndsWith(".html", StringComparison.OrdinalIgnoreCase) ? path[..^".html".Length] : path;
        var steps = path.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(s => s != "index").Select(s => Slug.FromTitle(s)?.Text).OfType<string>().ToArray();
        return steps.Length > 0 ? string.Join('/', steps) : Slug.FromTitle(fallback)?.Text ?? "page";
    }
}
