namespace PolicyArchive.Wording;

/// <summary>Which words serve a language (RFC 4647, 3.4): its own, then those of the wider tags.</summary>
internal static class LanguageFallback
{
    /// <summary>The nearest first, the language itself among them.</summary>
    public static IEnumerable<string> Of(string language)
    {
        // Chinese is two ways of writing, and who reads one is not served with the other. Without a script the region tells.
        var parts = language.Split('-');
        var isChinese = parts[0].Equals("zh", StringComparison.OrdinalIgnoreCase);
        var hasScript = isChinese && parts.Skip(1).Any(part => part.Length == 4);
        for (var tag = language; tag.Length > 0; tag = tag.LastIndexOf('-') is var hyphen and > 0 ? tag[..hyphen] : "")
        {
            if (!isChinese || !hasScript || tag.Contains('-', StringComparison.Ordinal))
            {
                yield return tag;
            }
        }

        if (isChinese && !hasScript)
        {
            yield return parts.Skip(1).Any(part => part.ToUpperInvariant() is "TW" or "HK" or "MO") ? "zh-Hant" : "zh-Hans";
        }
    }
}
