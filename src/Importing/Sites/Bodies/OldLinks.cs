using System.Text;
using System.Text.RegularExpressions;
using PolicyArchive.Findings;
using PolicyArchive.Importing.Blocks;

namespace PolicyArchive.Importing.Sites.Bodies;

/// <summary>The addresses in a body: those of the old site become those of here, and its files come along.</summary>
internal sealed partial class OldLinks(OldSite site, SiteIndex index, OldText text, TakenFiles files)
{
    // The address of a link or picture, of a definition, and of a raw tag (CommonMark 0.31, 6.3, 4.7, 6.6).
    [GeneratedRegex("""(?<picture>!?)(?<text>\[(?>!?\[(?:[^\[\]\\]|\\.){0,500}\](?:\([^()\s]{0,500}\))?|[^\[\]\\]|\\.){0,1000}\])\((?<open>\s*<?)(?<to>(?:[^\s()<>]|\((?:[^\s()<>])*\)|\{\{[^}\n]*\}\}|(?<=<[^>\n]{0,300})[^>\n])+)|^ {0,3}\[(?!\^)[^\]\n]+\]:[ \t]*<?(?<to>[^\s<>]+)|<(?<tag>a|img)\b[^<>]{0,500}?\s(?:href|src)\s*=\s*["'](?<to>[^"'<>\n]*)["']""", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Address { get; }

    private readonly List<Finding> _findings = [];

    public IReadOnlyList<Finding> Findings => _findings;

    public string Convert(string markdown, Func<int, int> lineOf)
    {
        var (result, state, at) = (new StringBuilder(markdown.Length), new MarkdownState(), 0);
        for (var match = Address.Match(markdown); match.Success; match = Address.Match(markdown, Math.Max(at, match.Index + 1)))
        {
            var to = match.Groups["to"];
            if (match.Index < at)
            {
                continue;
            }

            Copy(match.Index);
            if (state.IsInCode)
            {
                continue;
            }

            // A picture may stand in the text of a link.
            if (match.Groups["text"] is { Success: true } inner && inner.Value.Contains("](", StringComparison.Ordinal))
            {
                Copy(inner.Index);
                Append(Convert(inner.Value, offset => lineOf(inner.Index + offset)));
                at = inner.Index + inner.Length;
            }

            Copy(to.Index);
            var isPicture = match.Groups["picture"].Value == "!" || match.Groups["tag"].Value.Equals("img", StringComparison.OrdinalIgnoreCase);
            var (now, isTag) = (Resolve(to.Value, isPicture, lineOf(to.Index)), match.Groups["tag"].Success);
            Append(now == to.Value || isTag || match.Groups["open"].Value.EndsWith('<') ? now : Addresses.Target(now));
            at = to.Index + to.Length;
        }

        Copy(markdown.Length);
        return result.ToString();

        void Copy(int end)
        {
            Append(markdown.AsSpan(at, end - at));
            at = end;
        }

        void Append(ReadOnlySpan<char> part)
        {
            result.Append(part);
            state.Add(part);
        }
    }

    /// <summary>An address of the old site as it is here; as it stands, with a finding, where nothing of it came along.</summary>
    public string Resolve(string address, bool isPicture, int line)
    {
        if (address.StartsWith('#') || address.Contains("{{", StringComparison.Ordinal) || address.Contains("{%", StringComparison.Ordinal))
        {
            return address;
        }

        if (address.StartsWith("xref:", StringComparison.OrdinalIgnoreCase))
        {
            return index.CrossReference(address["xref:".Length..]) ?? address;
        }

        if (Own(address) is not { } own)
        {
            return address;
        }

        var path = OldAddresses.Unescaped(own.Split('?', '#')[0]);
        if (path.Length == 0)
        {
            return address;
        }

        if (OfFile(path, isPicture) is { } file)
        {
            return file;
        }

        var rooted = own.StartsWith('/') ? own : "/" + OldAddresses.Join(FolderOfAddress, own);
        if (!isPicture && (Relative(own) ?? index.OfAddress(rooted)) is { } target)
        {
            return target;
        }

        _findings.Add(isPicture
            ? Finding.Warning("IMPORT016", PlaceOf(line), $"the picture `{address}` is not in the folder", "put it beside the brief, or remove it")
            : Finding.Warning("IMPORT023", PlaceOf(line), $"`{address}` leads to nothing that was brought in", "name a brief or a page, or remove the link"));
        return address;
    }

    private string? Relative(string own) => own.StartsWith('/') || OldAddresses.Join(OldAddresses.FolderOf(text.Path), OldAddresses.Unescaped(own)) is not { } path ? null : index.OfPath(path);

    // A picture beside the text comes along with it; other files keep their addresses.
    private string? OfFile(string path, bool isPicture)
    {
        var beside = path.StartsWith('/') ? null : OldAddresses.Join(OldAddresses.FolderOf(text.Path), path);
        var found = (beside is null ? null : index.FileOf(beside)) ?? index.FileAt(path.StartsWith('/') ? path : "/" + OldAddresses.Join(FolderOfAddress, path));
        if (found is null || (found.Address.Length == 0 && !isPicture && !TakenFiles.IsDocument(found.Path)))
        {
            return null;
        }

        return files.Take(found, isBeside: !text.Claims.IsPage && (isPicture || SiteIndex.IsPicture(found.Path)) && IsOfText(found));
    }

    private bool IsOfText(OldFile file) => file.Path.StartsWith(OldAddresses.FolderOf(text.Path) + "/", StringComparison.Ordinal);

    private string FolderOfAddress => text.Addresses is [var own, ..] ? own.EndsWith('/') ? own.TrimEnd('/') : OldAddresses.FolderOf(own) : "";

    private Place PlaceOf(int line) => new(text.File.DisplayPath, line, 1);

    // From the root of the old site, or relative; null for what is elsewhere.
    private string? Own(string address)
    {
        if (site.Settings.BaseUrl is { } home && Uri.TryCreate(home, UriKind.Absolute, out var root))
        {
            if (Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")
            {
                return uri.Host.Equals(root.Host, StringComparison.OrdinalIgnoreCase) ? Below(uri.AbsolutePath) + uri.Fragment : null;
            }

            return IsElsewhere(address) ? null : Below(address);

            string Below(string path) => root.AbsolutePath.Length > 1 && path.StartsWith(root.AbsolutePath.TrimEnd('/') + "/", StringComparison.Ordinal) ? path[(root.AbsolutePath.TrimEnd('/').Length)..] : path;
        }

        return IsElsewhere(address) ? null : address;
    }

    private static bool IsElsewhere(string address) => address.StartsWith("//", StringComparison.Ordinal) || (address.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 && address.AsSpan(0, colon).IndexOfAny("/?#") < 0);
}
