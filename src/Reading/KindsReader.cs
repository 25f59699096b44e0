using System.Collections.Immutable;
using PolicyArchive.Briefs;
using PolicyArchive.Findings;
using PolicyArchive.Naming;

namespace PolicyArchive.Reading;

/// <summary>The kinds of pieces that the settings name: a list of names, or names with how they are recorded.</summary>
internal static class KindsReader
{
    private const string Example = "kinds: {Data note: report, Letter: article}";

    public static ImmutableArray<PieceKind> Read(Keys keys)
    {
        var result = ImmutableArray.CreateBuilder<PieceKind>();
        var entries = keys.Find("kinds") switch
        {
            null => [],
            { Value: YamlMap map } => map.Entries.Select(e => (Name: new Mention(e.Key, e.KeyPlace), Record: (YamlNode?)e.Value)),
            { Value: var value } => (value is YamlList list ? list.Items : [value]).Select(node => Item(node, keys)).OfType<(Mention, YamlNode?)>(),
        };
        foreach (var (name, record) in entries)
        {
            if (Slug.FromTitle(name.Text) is null)
            {
                keys.Findings.Add(Finding.Error("SITE007", name.Place, $"the kind \u201c{name.Text}\u201d has no letter or digit, so it can have no address", "give it a name"));
            }
            else if (result.FirstOrDefault(k => Slug.FromTitle(k.Name) == Slug.FromTitle(name.Text)) is { } twice)
            {
                keys.Findings.Add(Finding.Error("SITE007", name.Place, $"the kinds \u201c{name.Text}\u201d and \u201c{twice.Name}\u201d would share an address", "keep one of them"));
            }
            else
            {
                result.Add(new PieceKind(TextFold.CollapseSpaces(name.Text), Record(record, keys), name.Place));
            }
        }

        return result.ToImmutable();
    }

    private static (Mention, YamlNode?)? Item(YamlNode node, Keys keys)
    {
        switch (node)
        {
            case YamlScalar { IsNull: false } name:
                return (new Mention(name.Text.Trim(), name.Place), null);
            case YamlMap { Entries: [var only] }:
                return (new Mention(only.Key, only.KeyPlace), only.Value);
            default:
                keys.Wrong(node, "kinds", "names, each with how it is recorded", $"write e.g. `{Example}`");
                return null;
        }
    }

    private static RecordKind Record(YamlNode? node, Keys keys)
    {
        switch (node)
        {
            case null or YamlScalar { IsNull: true }:
                return RecordKind.PolicyBrief;
            case YamlScalar scalar when PieceKind.Find(scalar.Text) is { } known:
                return known.Record;
            case YamlScalar scalar:
                var names = PieceKind.Known.Select(k => k.Name.ToLowerInvariant()).ToArray();
                var near = Nearest.To(scalar.Text, names);
                keys.Findings.Add(Finding.Error("SITE006", scalar.Place, $"\u201c{scalar.Text}\u201d is no kind that other records know", near is null ? $"write one of {string.Join(", ", names)}" : $"did you mean `{near}`?"));
                return RecordKind.PolicyBrief;
            default:
                keys.Wrong(node, "kinds", "names, each with how it is recorded", $"write e.g. `{Example}`");
                return RecordKind.PolicyBrief;
        }
    }
}
