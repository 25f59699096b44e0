using System.Collections.Immutable;
using PolicyArchive.Naming;
using PolicyArchive.Reading;

namespace PolicyArchive.Importing.Sites.Heads;

/// <summary>The keys of a text, its own and those that its folder or the site's settings give it; the nearest wins.</summary>
internal sealed class HeadKeys(params ImmutableArray<YamlMap?> nearestFirst)
{
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    /// <summary>What a text says itself and nobody asked for.</summary>
    public IEnumerable<YamlEntry> Unasked => nearestFirst.FirstOrDefault()?.Entries.Where(e => !_asked.Contains(e.Folded)) ?? [];

    public YamlEntry? Find(params ReadOnlySpan<string> names)
    {
        YamlEntry? found = null;
        foreach (var name in names)
        {
            _asked.Add(YamlEntry.Fold(name));
        }

        foreach (var map in nearestFirst)
        {
            foreach (var name in names)
            {
                var folded = YamlEntry.Fold(name);
                found ??= map?.Entries.FirstOrDefault(e => e.Folded == folded);
            }
        }

        return found is { Value: YamlScalar { IsNull: true } } ? null : found;
    }

    /// <summary>One text; of a list, its first.</summary>
    public string? Text(params ReadOnlySpan<string> names) => Find(names) is { } entry ? TextOf(entry.Value is YamlList { Items: [var first, ..] } ? first : entry.Value) : null;

    public ImmutableArray<string> Texts(params ReadOnlySpan<string> names) => Find(names) is { } entry ? TextsOf(entry.Value) : [];

    public bool? Flag(params ReadOnlySpan<string> names) => Text(names)?.ToLowerInvariant() switch { "true" or "yes" or "on" or "1" => true, "false" or "no" or "off" or "0" => false, _ => null };

    /// <summary>A text below other keys, such as <c>cover: {image: x.png}</c>.</summary>
    public string? Below(string name, params ReadOnlySpan<string> inner) => Find(name)?.Value is YamlMap map ? new HeadKeys(map).Text(inner) : null;

    public static string? TextOf(YamlNode node) => node is YamlScalar { IsNull: false } scalar && TextFold.CollapseSpaces(scalar.Text) is { Length: > 0 } text ? text : null;

    public static ImmutableArray<string> TextsOf(YamlNode node) => [.. (node is YamlList list ? list.Items : [node]).Select(TextOf).OfType<string>()];
}
