using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;
using PolicyArchive.Findings;
using PolicyArchive.Naming;
using PolicyArchive.Pages;
using PolicyArchive.Wording;

namespace PolicyArchive.Theming;

/// <summary>Words in a style sheet, as in <c>content: "{{ words.feed_explained }}"</c>: those of the site's language.</summary>
internal static partial class SheetWords
{
    [GeneratedRegex(@"\{\{ *words\.(?<key>\w+) *\}\}")]
    private static partial Regex Word { get; }

    /// <summary>The assets with their words filled in; a sheet that has some stands under another name for each language.</summary>
    public static AssetFiles Filled(AssetFiles assets, Words words)
    {
        var urls = assets.Urls.ToDictionary(StringComparer.Ordinal);
        var files = assets.Files;
        foreach (var (name, url) in assets.Urls)
        {
            var file = files.First(f => f.Path == url.OutputPath);
            if (TextOf(name, file) is { } text && Word.IsMatch(text))
            {
                var filled = Encoding.UTF8.GetBytes(Word.Replace(text, match => InString(words[match.Groups["key"].Value])));
                urls[name] = AssetFiles.AddressOf(name, filled);
                files = files.Replace(file, RenderedFile.At(urls[name], filled));
            }
        }

        return assets with { Urls = urls.ToFrozenDictionary(StringComparer.Ordinal), Files = files };
    }

    /// <param name="display">The folder of assets as findings name it.</param>
    public static IEnumerable<Finding> Unknown(AssetFiles assets, Words words, string display) =>
        from asset in assets.Urls
        let file = assets.Files.First(f => f.Path == asset.Value.OutputPath)
        where TextOf(asset.Key, file) is not null
        from Match match in Word.Matches(TextOf(asset.Key, file)!)
        let key = match.Groups["key"].Value
        where !words.Phrases.TryGetValue(key, out var phrase) || !phrase.IsPlain
        select Finding.Error("THEME004", new Place($"{display}/{asset.Key}"), $"`words` has no text `{key}`", Nearest.To(key, words.Phrases.Keys) is { } near ? $"did you mean `{near}`?" : "words/en.yml has them all");

    private static string? TextOf(string name, RenderedFile file) => AssetFiles.IsStyleSheet(name) ? Encoding.UTF8.GetString(file.Bytes.Span) : null;

    // CSS Syntax 4.3.5: what would end the string is escaped.
    private static string InString(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
}
