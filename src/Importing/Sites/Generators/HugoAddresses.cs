using System.Text.RegularExpressions;
using PolicyArchive.Importing.Sites.Heads;
using PolicyArchive.Reading;

namespace PolicyArchive.Importing.Sites.Generators;

/// <summary>Where Hugo puts a text (gohugo.io/configuration/permalinks).</summary>
/// <param name="config">The site's settings.</param>
internal sealed partial class HugoAddresses(HeadKeys config)
{
    private readonly bool _isUgly = config.Flag("uglyurls") ?? false;
    private readonly bool _isLower = !(config.Flag("disablePathToLower") ?? false);

    [GeneratedRegex(@":(?<sign>[a-z]+)(?:\[(?<range>[^\]]*)\])?")]
    private static partial Regex Sign { get; }

    /// <param name="path">Below the content folder, without ending and language; for a bundle its folder.</param>
    /// <param name="prefix">Of the language, such as <c>/fr</c>, or empty.</param>
    /// <returns>Null where the pattern asks for a date that the text has not.</returns>
    public string? Of(HeadKeys head, string path, string prefix, DateOnly? day, string? title, string kind = "page")
    {
        if (head.Text("url") is { } given)
        {
            return prefix + "/" + given.TrimStart('/');
        }

        var folders = OldAddresses.FolderOf(path);
        var slug = head.Text("slug");
        var name = OldAddresses.StemOf(path + ".");
        if (Pattern(path.Split('/')[0], kind) is { } pattern && (folders.Length > 0 || kind == "term"))
        {
            var isWhole = true;
            var address = Sign.Replace(pattern, match =>
            {
                var part = match.Groups["sign"].Value switch
                {
                    "section" => OldAddresses.Hugo(path.Split('/')[0], _isLower),
                    "sections" => Sections(folders, match.Groups["range"].Value),
                    "title" => OldAddresses.Hugo(title ?? name, _isLower),
                    "slug" => OldAddresses.Hugo(slug ?? title ?? name, _isLower),
                    "slugorfilename" or "slugorcontentbasename" => OldAddresses.Hugo(slug ?? name, _isLower),
                    "filename" or "contentbasename" => OldAddresses.Hugo(name, _isLower),
                    var other => day is { } known ? DayParts.Of(other, known) : null,
                };
                isWhole &= part is not null;
                return part ?? "";
            });
            return isWhole ? prefix + Ended("/" + address.Trim('/')) : null;
        }

        var last = OldAddresses.Hugo(slug ?? name, _isLower);
        return prefix + Ended(folders.Length == 0 ? $"/{last}" : $"/{OldAddresses.Hugo(folders, _isLower)}/{last}");
    }

    /// <summary>Of the list of a term.</summary>
    public string OfTerm(string plural, string term) =>
        Pattern(plural, "term") is { } pattern ? Ended("/" + Sign.Replace(pattern, _ => OldAddresses.Hugo(term, _isLower)).Trim('/')) : Ended($"/{plural}/{OldAddresses.Hugo(term, _isLower)}");

    private string Ended(string address) => _isUgly ? address + ".html" : address + "/";

    private string? Pattern(string section, string kind)
    {
        if (config.Find("permalinks")?.Value is not YamlMap map)
        {
            return null;
        }

        var own = new HeadKeys(map);
        return own.Find(kind)?.Value is YamlMap kinds ? new HeadKeys(kinds).Text(section) : own.Find(section)?.Value is YamlScalar ? own.Text(section) : null;
    }

    // `[1:]` and the like; `last` is the nearest.
    private string Sections(string folders, string range)
    {
        var all = OldAddresses.Hugo(folders, _isLower).Split('/');
        if (range.Length == 0)
        {
            return string.Join('/', all);
        }

        var (from, to) = range.Split(':', 2) is [var a, var b] ? (Number(a, 0), Number(b, all.Length)) : (Number(range, 0), Number(range, 0) + 1);
        return string.Join('/', all.Skip(from).Take(to - from));

        int Number(string text, int other) => text == "last" ? all.Length - 1 : int.TryParse(text, out var number) ? number : other;
    }
}
