using System.Security.Cryptography;
using System.Xml;
using System.Xml.Linq;

namespace PolicyArchive.Importing.WordPress;

/// <summary>What must be known of an export before its first item is read: who its authors are, and which files belong to which item.</summary>
internal sealed record Export(string Sha256, string? Language, IReadOnlyDictionary<string, string> Authors, ILookup<string, string> Attachments, bool IsExport)
{
    private const string Namespace = "http://wordpress.org/export/";

    public static XmlReaderSettings Settings { get; } = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,

        // Posts that were pasted hold control characters, which are taken out later.
        CheckCharacters = false,
    };

    /// <summary>Reads the file once, keeping names and addresses only.</summary>
    /// <exception cref="XmlException">It is not well formed.</exception>
    public static Export Read(string path)
    {
        var (authors, attachments, language, isExport) = (new Dictionary<string, string>(StringComparer.Ordinal), new List<(string, string)>(), (string?)null, false);
        using var file = File.OpenRead(path);
        using var hash = SHA256.Create();
        using var hashed = new CryptoStream(file, hash, CryptoStreamMode.Read);
        using (var xml = XmlReader.Create(hashed, Settings))
        {
            while (xml.Read())
            {
                if (xml.NodeType != XmlNodeType.Element)
                {
                    continue;
                }

                isExport |= xml.NamespaceURI.StartsWith(Namespace, StringComparison.Ordinal);
                while (xml.NodeType == XmlNodeType.Element && xml is { LocalName: "author", Depth: 2 } or { LocalName: "item", Depth: 2 } or { LocalName: "language", Depth: 2 })
                {
                    var element = (XElement)XNode.ReadFrom(xml);
                    isExport |= element.Elements().Any(e => e.Name.NamespaceName.StartsWith(Namespace, StringComparison.Ordinal));
                    Note(element, authors, attachments, ref language);
                }
            }
        }

        hashed.CopyTo(Stream.Null);
        return new Export(Convert.ToHexStringLower(hash.Hash!), language, authors, attachments.ToLookup(a => a.Item1, a => a.Item2, StringComparer.Ordinal), isExport);
    }

    public static string? Value(XElement element, string name) => element.Elements().FirstOrDefault(e => e.Name.LocalName == name)?.Value is { Length: > 0 } value ? value : null;

    private static void Note(XElement element, Dictionary<string, string> authors, List<(string Parent, string Url)> attachments, ref string? language)
    {
        switch (element.Name.LocalName)
        {
            case "author" when Value(element, "author_login") is { } login:
                authors[login] = Value(element, "author_display_name")?.Trim() is { Length: > 0 } name ? name : login;
                break;
            case "language":
                language = element.Value.Trim();
                break;
            case "item" when Value(element, "post_type") == "attachment" && Value(element, "attachment_url") is { } url:
                attachments.Add((Value(element, "post_parent") ?? "0", url));
                break;
            default:
                break;
        }
    }
}
