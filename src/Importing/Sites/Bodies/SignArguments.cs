using System.Text;

namespace PolicyArchive.Importing.Sites.Bodies;

/// <summary>What stands in a sign behind its name: values in quotation marks or without, some with a name.</summary>
internal sealed class SignArguments
{
    private readonly List<string> _unnamed = [];
    private readonly Dictionary<string, string> _named = new(StringComparer.OrdinalIgnoreCase);

    public static SignArguments Of(string text)
    {
        var result = new SignArguments();
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]) || text[at] == ',')
            {
                at++;
                continue;
            }

            var value = Value(text, ref at);
            if (at < text.Length && text[at] == '=')
            {
                at++;
                result._named[value] = Value(text, ref at);
            }
            else
            {
                result._unnamed.Add(value);
            }
        }

        return result;
    }

    public int Count => _unnamed.Count + _named.Count;

    public string? this[int number] => number < _unnamed.Count ? _unnamed[number] : null;

    public string? this[string name] => _named.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;

    private static string Value(string text, ref int at)
    {
        var result = new StringBuilder();
        if (at < text.Length && text[at] is '"' or '\'' or '`' or '“')
        {
            var end = text[at] == '“' ? '”' : text[at];
            for (at++; at < text.Length && text[at] != end; at++)
            {
                at += text[at] == '\\' && end == '"' && at + 1 < text.Length ? 1 : 0;
                result.Append(text[at]);
            }

            at++;
            return result.ToString();
        }

        for (; at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not ('=' or ','); at++)
        {
            result.Append(text[at]);
        }

        // A sign of its own, such as `=`, would else be read for ever.
        at += result.Length == 0 ? 1 : 0;
        return result.ToString();
    }
}
