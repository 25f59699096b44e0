using System.Collections.Frozen;

namespace PolicyArchive.Preview.Serving;

/// <summary>Media types by the endings of names, as static hosts give them.</summary>
internal static class MediaTypes
{
    private static readonly FrozenDictionary<string, string> Known = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        [".html"] = "text/html; charset=utf-8", [".htm"] = "text/html; charset=utf-8",
        [".css"] = "text/css; charset=utf-8", [".js"] = "text/javascript; charset=utf-8", [".mjs"] = "text/javascript; charset=utf-8",
        [".json"] = "application/json; charset=utf-8", [".xml"] = "application/xml; charset=utf-8", [".txt"] = "text/plain; charset=utf-8",
        [".md"] = "text/markdown; charset=utf-8", [".csv"] = "text/csv; charset=utf-8", [".bib"] = "application/x-bibtex; charset=utf-8",
        [".ris"] = "application/x-research-info-systems; charset=utf-8", [".yml"] = "application/yaml", [".yaml"] = "application/yaml",
        [".svg"] = "image/svg+xml", [".png"] = "image/png", [".jpg"] = "image/jpeg", [".jpeg"] = "image/jpeg", [".gif"] = "image/gif",
        [".webp"] = "image/webp", [".avif"] = "image/avif", [".ico"] = "image/x-icon",
        [".mp4"] = "video/mp4", [".webm"] = "video/webm", [".mp3"] = "audio/mpeg", [".ogg"] = "audio/ogg", [".wav"] = "audio/wav", [".vtt"] = "text/vtt; charset=utf-8",
        [".woff2"] = "font/woff2", [".woff"] = "font/woff", [".ttf"] = "font/ttf",
        [".pdf"] = "application/pdf", [".epub"] = "application/epub+zip", [".zip"] = "application/zip",
        [".docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        [".xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        [".pptx"] = "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        [".webmanifest"] = "application/manifest+json; charset=utf-8",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static string Of(string path) =>
        Known.GetValueOrDefault(Path.GetExtension(path)) ?? (path is "_headers" or "_redirects" ? "text/plain; charset=utf-8" : "application/octet-stream");
}
