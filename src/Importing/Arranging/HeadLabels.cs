using System.Text.RegularExpressions;

namespace PolicyArchive.Importing.Arranging;

/// <summary>Lines that name what they hold, as a form does: <c>Title: …</c>, <c>Keywords: …</c>.</summary>
internal static partial class HeadLabels
{
    [GeneratedRegex(@"^(?:(?<title>title|headline|titre|titel|título|titolo|标题)|(?<topics>topics?|tags?|keywords?|key words|subjects?|categor(?:y|ies)|filed under|posted in|mots[- ]clés|thèmes?|schlagw(?:ort|orte|örter)|stichworte|themen?|palabras clave|temas?|etiquetas|parole chiave|trefwoorden|关键词)|(?<summary>summary|abstract|standfirst|teaser|résumé|chapô|zusammenfassung|resumen|sommario|resumo|samenvatting|摘要)|(?<kind>document type|type of document))\s*[:：]\s*(?<value>\S.*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Label { get; }

    /// <summary>The key that a line gives and its value, or null.</summary>
    public static (string Key, string Value)? Of(string text)
    {
        var match = Label.Match(text);
        return match.Success ? (((string[])["title", "topics", "summary", "kind"]).First(key => match.Groups[key].Success), match.Groups["value"].Value.Trim()) : null;
    }
}
