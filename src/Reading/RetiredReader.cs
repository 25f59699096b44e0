using System.Collections.Immutable;
using PolicyArchive.Briefs;
using PolicyArchive.Findings;
using PolicyArchive.Naming;

namespace PolicyArchive.Reading;

/// <summary>retired.yml: addresses that nothing stands at any more, each with the reason that readers are told.</summary>
internal static class RetiredReader
{
    private const string Example = "write e.g. `/briefs/name/: Withdrawn at its author's request.`";

    public static ImmutableArray<Retirement> Read(YamlMap? map, List<Finding> findings)
    {
        var result = ImmutableArray.CreateBuilder<Retirement>();
        foreach (var entry in map?.Entries ?? [])
        {
            var address = new Mention(entry.Key.Trim(), entry.KeyPlace);
            switch (entry.Value)
            {
                case YamlScalar { IsComputed: true } computed:
                    findings.Add(Finding.Error("DATA011", computed.Place, $"the reason for `{address.Text}` is computed (`=> ...`), which is not run", Example));
                    break;
                case YamlScalar { IsNull: false } reason when TextFold.CollapseSpaces(reason.Text) is { Length: > 0 } text:
                    result.Add(new Retirement(address, text));
                    break;
                case YamlScalar none:
                    findings.Add(Finding.Error("DATA006", none.Place, $"`{address.Text}` is retired without a reason", Example));
                    break;
                case var other:
                    findings.Add(Finding.Error("DATA010", other.Place, $"the reason for `{address.Text}` is {other.Sort}, not one text", Example));
                    break;
            }
        }

        return result.ToImmutable();
    }
}
