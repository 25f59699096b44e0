using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace PolicyArchive.Briefs;

/// <summary>The terms of reuse: an SPDX licence identifier, or the address of a text.</summary>
/// <param name="Id">The SPDX identifier in its own spelling, or null for an address.</param>
/// <param name="Name">What readers are shown.</param>
/// <param name="Url">The text of the licence, where its address is known.</param>
public sealed record Licence(string? Id, string Name, WebUrl? Url)
{
    // What is in copyright, or bound by a contract, in the words of rightsstatements.org.
    private static readonly string[] ReservedRights = ["InC", "InC-OW-EU", "InC-EDU", "InC-NC", "InC-RUU", "NoC-CR"];

    private static readonly FrozenDictionary<string, string> SpdxIds = LoadSpdxIds();

    /// <summary>Whether it reserves the right to make copies; so does no licence that SPDX lists and a text can be under.</summary>
    public bool ReservesCopies =>
        Url is { Host: "rightsstatements.org" or "www.rightsstatements.org" } statement && new Uri(statement.Text).Segments.Any(step => ReservedRights.Contains(step.TrimEnd('/')));

    public static bool TryParse(string text, [NotNullWhen(true)] out Licence? licence)
    {
        licence = null;
        if (WebUrl.TryParse(text, out var url))
        {
            licence = new Licence(null, url.Value.Host + new Uri(url.Value.Text).AbsolutePath.TrimEnd('/'), url);
        }
        else if (SpdxIds.TryGetValue(text.Trim(), out var id))
        {
            licence = new Licence(id, ReaderName(id), LicenceText(id));
        }

        return licence is not null;
    }

    public static IEnumerable<string> KnownIds => SpdxIds.Values;

    private static string ReaderName(string id) =>
        id.StartsWith("CC-", StringComparison.Ordinal) ? CreativeCommonsName(id)
        : id == "CC0-1.0" ? "CC0 1.0"
        : id;

    // CC-BY-NC-ND-4.0 is "CC BY-NC-ND 4.0" on Creative Commons' own deeds.
    private static string CreativeCommonsName(string id)
    {
        var parts = id.Split('-');
        var version = Array.FindIndex(parts, p => char.IsAsciiDigit(p[0]));
        return version < 2 ? id : $"CC {string.Join('-', parts[1..version])} {string.Join(' ', parts[version..])}";
    }

    private static WebUrl? LicenceText(string id)
    {
        var parts = id.Split('-');
        var address = id switch
        {
            "CC0-1.0" => "https://creativecommons.org/publicdomain/zero/1.0/",
            "OGL-UK-3.0" => "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
            _ when id.StartsWith("CC-BY", StringComparison.Ordinal) && Array.FindIndex(parts, p => char.IsAsciiDigit(p[0])) is var v and > 1 =>
                $"https://creativecommons.org/licenses/{string.Join('-', parts[1..v]).ToLowerInvariant()}/{string.Join('/', parts[v..]).ToLowerInvariant()}/",
            _ => $"https://spdx.org/licenses/{id}.html",
        };
        return WebUrl.TryParse(address, out var url) ? url : null;
    }

    private static FrozenDictionary<string, string> LoadSpdxIds()
    {
        using var stream = typeof(Licence).Assembly.GetManifestResourceStream("spdx-ids.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .ToFrozenDictionary(id => id, StringComparer.OrdinalIgnoreCase);
    }
}
