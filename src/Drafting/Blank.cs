using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace PolicyArchive.Drafting;

/// <summary>The text of a new brief: front matter to fill in, and the beginning of a body.</summary>
public static class Blank
{
    private const int LineLength = 100;

    public static string Of(NewBrief brief)
    {
        var text = new StringBuilder("---\n");
        Key("title", YamlText.Quoted(brief.Title));
        Key("published", brief.Published.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Key("authors", List(brief.Authors));
        Comment("Topics so far:", brief.KnownTopics);
        Key("topics", List(brief.Topics));
        Comment("Regions so far:", brief.KnownRegions);
        Key("regions", "[]");
        Key("kind", brief.Kind is { } kind ? YamlText.Of(kind) : "Policy brief");
        if (brief.Series is { } series)
        {
            Key("series", YamlText.Of(series));
            if (brief.Number is { } number)
            {
                Key("number", YamlText.Quoted(number));
            }
        }

        if (brief.Language is { } language)
        {
            Key("language", YamlText.Of(language));
        }

        text.Append("# One or two sentences for lists, feeds and search engines.\n");
        Key("summary", "\"\"");
        text.Append("# What a reader in a hurry must know, a line each, such as: - \"Fares fell by a third.\"\nkey_points: []\n");
        text.Append("# Take this line away to publish.\n");
        Key("draft", "true");
        return text.Append("---\n\n").ToString();

        void Key(string key, string value) => text.Append(key).Append(": ").Append(value).Append('\n');

        void Comment(string head, ImmutableArray<string> names)
        {
            if (names.IsEmpty)
            {
                return;
            }

            var line = "# " + head;
            foreach (var (name, i) in names.Select((name, i) => (name, i)))
            {
                var word = " " + YamlText.InFlow(name) + (i < names.Length - 1 ? "," : "");
                if (line.Length + word.Length > LineLength)
                {
                    text.Append(line).Append('\n');
                    line = "#  ";
                }

                line += word;
            }

            text.Append(line).Append('\n');
        }
    }

    private static string List(ImmutableArray<string> values) => "[" + string.Join(", ", values.Select(YamlText.InFlow)) + "]";
}
