using System.Collections.Immutable;
using System.Globalization;
using PolicyArchive.Findings;

namespace PolicyArchive.Reading;

/// <summary>What a YAML text holds, with the place of every part. Values are texts as they were written.</summary>
internal abstract record YamlNode(Place Place)
{
    /// <summary>How a finding names this sort of value.</summary>
    public abstract string Sort { get; }
}

/// <param name="IsPlain">Written without quotation marks, so that <c>null</c> and <c>true</c> can be more than texts.</param>
internal sealed record YamlScalar(string Text, bool IsPlain, Place Place) : YamlNode(Place)
{
    public override string Sort => "one text";

    // Null with a capital is more often a person's name than an absence.
    public bool IsNull => IsPlain && Text is "" or "~" or "null";

    /// <summary>Whether Statiq would run this as code.</summary>
    public bool IsComputed => Text.StartsWith("=>", StringComparison.Ordinal);
}

internal sealed record YamlList(ImmutableArray<YamlNode> Items, Place Place) : YamlNode(Place)
{
    public override string Sort => "a list";
}

internal sealed record YamlMap(ImmutableArray<YamlEntry> Entries, Place Place) : YamlNode(Place)
{
    public override string Sort => "keys and values";

    public static YamlMap Empty(Place place) => new([], place);
}

internal sealed record YamlEntry(string Key, Place KeyPlace, YamlNode Value)
{
    /// <summary>Keys match whatever their case and with or without <c>-</c> and <c>_</c>.</summary>
    public string Folded { get; } = Fold(Key);

    public static string Fold(string key)
    {
        var isFolded = true;
        foreach (var c in key)
        {
            isFolded &= char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c);
        }

        return isFolded ? key : string.Concat(key.Where(c => c is not ('-' or '_' or ' ') && char.GetUnicodeCategory(c) != UnicodeCategory.Format)).ToLowerInvariant();
    }
}
