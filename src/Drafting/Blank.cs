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
        Key("title", Quoted(brief.Title));
        Key("published", brief.Published.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Key("authors", List(brief.Authors));
        Comment("Topics so far:", brief.KnownTopics);
        Key("topics", List(brief.Topics));
        Comment("Regions so far:", brief.KnownRegions);
        Key("regions", "[]");
        Key("kind", brief.Kind is { } kind ? Plain(kind) : "Policy brief");
        if (brief.Series is { } series)
        {
            Key("series", Plain(series));
            if (brief.Number is { } number)
            {
                Key("number", Quoted(number));
            }
        }

        if (brief.Language is { } language)
        {
            Key("language", Plain(language));
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
                var word = " " + Plain(name) + (i < names.Length - 1 ? "," : "");
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

    private static string List(ImmutableArray<string> values) => "[" + string.Join(", ", values.Select(Plain)) + "]";

    // Without quotation marks where YAML reads it as it is meant (1.2.2, 7.3.3), in flow lists too.
    private static string Plain(string value)
    {
        var isPlain = value.Length > 0 && char.IsLetter(value[0]) && value[^1] != ' '
            && value.All(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_' or '.' or '\'' or '’' or '(' or ')');
        return isPlain ? value : Quoted(value);
    }

    private static string Quoted(string value)
    {
        var text = new StringBuilder("\"");
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' or '\\' => text.Append('\\').Append(c),
                _ when char.IsControl(c) || c is '\u2028' or '\u2029' or '\uFEFF' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => text.Append(c),
            };
        }

        return text.Append('"').ToString();
    }
}
