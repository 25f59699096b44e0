using System.Collections.Frozen;
using Fluid;
using Fluid.Values;
using PolicyArchive.Briefs;

namespace PolicyArchive.Theming;

/// <summary>What a filter makes of its input.</summary>
internal enum FilterResult { Text, Number, Same, Item, Texts, Member }

/// <summary>
/// The filters that templates may use. Left out are those that print without encoding (<c>raw</c>), that depend on the
/// day or the machine (<c>date</c>), and that can fail on some pages only (<c>divided_by</c>).
/// </summary>
internal static class Filters
{
    public const string Asset = "asset";

    public static FrozenDictionary<string, FilterResult> All { get; } = Table(
        (FilterResult.Text, "append capitalize downcase join lstrip prepend remove remove_first replace replace_first rstrip strip truncate truncatewords upcase url_encode " + Asset),
        (FilterResult.Number, "abs at_least at_most ceil floor minus plus round size times"),
        (FilterResult.Same, "compact concat default reverse sort uniq where"),
        (FilterResult.Item, "first last"),
        (FilterResult.Texts, "split"),
        (FilterResult.Member, "map"));

    /// <summary>Leaves only the filters of the table, and adds the one of our own.</summary>
    public static void Install(FilterCollection filters, FrozenDictionary<string, SiteUrl> assets, BaseUrl site)
    {
        foreach (var name in filters.Select(f => f.Key).Where(name => !All.ContainsKey(name)).ToArray())
        {
            filters.Remove(name);
        }

        filters.AddFilter(Asset, (input, _, _) => assets.TryGetValue(input.ToStringValue(), out var url)
            ? new StringValue(site.Link(url))
            : throw new ThemeFailure($"there is no asset `{input.ToStringValue()}`"));
    }

    private static FrozenDictionary<string, FilterResult> Table(params ReadOnlySpan<(FilterResult Result, string Names)> rows)
    {
        var table = new Dictionary<string, FilterResult>(StringComparer.Ordinal);
        foreach (var (result, names) in rows)
        {
            foreach (var name in names.Split(' '))
            {
                table.Add(name, result);
            }
        }

        return table.ToFrozenDictionary();
    }
}
