using System.Collections.Frozen;
using Fluid;
using Fluid.Values;
using PolicyArchive.Briefs;
using PolicyArchive.Wording;

namespace PolicyArchive.Theming;

/// <summary>What a filter makes of its input.</summary>
internal enum FilterResult { Text, Number, Same, Item, Texts, Member, Filled }

/// <summary>
/// The filters that templates may use. Left out are those that print without encoding (<c>raw</c>), that depend on the
/// day or the machine (<c>date</c>), and that can fail on some pages only (<c>divided_by</c>).
/// </summary>
internal static class Filters
{
    public const string Asset = "asset";

    /// <summary>Fills the places of a phrase.</summary>
    public const string Fill = "fill";

    /// <summary>A number as the page's language writes it.</summary>
    public const string Number = "number";

    /// <summary>Texts joined as the page's language joins them.</summary>
    public const string List = "list";

    public static FrozenDictionary<string, FilterResult> All { get; } = Table(
        (FilterResult.Text, "append capitalize downcase join lstrip prepend remove remove_first replace replace_first rstrip strip truncate truncatewords upcase url_encode " + Asset + " " + Number + " " + List),
        (FilterResult.Number, "abs at_least at_most ceil floor minus plus round size times"),
        (FilterResult.Same, "compact concat default reverse sort uniq where"),
        (FilterResult.Item, "first last"),
        (FilterResult.Texts, "split"),
        (FilterResult.Member, "map"),
        (FilterResult.Filled, Fill));

    /// <summary>Leaves only the filters of the table, and adds those of our own.</summary>
    public static void Install(FilterCollection filters, FrozenDictionary<string, SiteUrl> assets, BaseUrl site, Words words)
    {
        foreach (var name in filters.Select(f => f.Key).Where(name => !All.ContainsKey(name)).ToArray())
        {
            filters.Remove(name);
        }

        filters.AddFilter(Asset, (input, _, _) => assets.TryGetValue(input.ToStringValue(), out var url)
            ? new StringValue(site.Link(url))
            : throw new ThemeFailure($"there is no asset `{input.ToStringValue()}`"));
        filters.AddFilter(Fill, (input, arguments, _) => FilledPhrase.Of(input, arguments));
        filters.AddFilter(Number, (input, _, _) => new StringValue(words.Number((long)input.ToNumberValue())));
        filters.AddFilter(List, (input, _, context) => new StringValue(words.List([.. input.Enumerate(context).Select(item => item.ToStringValue())])));
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
