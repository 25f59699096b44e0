using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace PolicyArchive.Drafting;

/// <summary>A value as YAML writes it, in quotation marks wherever it could be read as anything but text.</summary>
internal static partial class YamlText
{
    [GeneratedRegex(@"^(?!(?:true|false|yes|no|on|off|null|y|n)$)[\p{L}\p{M}][\p{L}\p{M}\p{Nd}.,'’()/_ –—-]*$", RegexOptions.IgnoreCase)]
    private static partial Regex Plain { get; }

    // In lists and mappings of one line a comma ends a value.
    [GeneratedRegex(@"^(?!(?:true|false|yes|no|on|off|null|y|n)$)[\p{L}\p{M}][\p{L}\p{M}\p{Nd}.'’()/_ –—-]*$", RegexOptions.IgnoreCase)]
    private static partial Regex PlainInFlow { get; }

    public static string Of(string text) => Plain.IsMatch(text) && text[^1] != ' ' ? text : Quoted(text);

    public static string InFlow(string text) => PlainInFlow.IsMatch(text) && text[^1] != ' ' ? text : Quoted(text);

    /// <summary>A comment is one line.</summary>
    public static string Comment(string text) => text.ReplaceLineEndings(" ").Replace('\u0085', ' ').Replace('\u2028', ' ').Replace('\u2029', ' ');

    public static string Quoted(string text)
    {
        var result = new StringBuilder("\"", text.Length + 2);
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => result.Append("\\\""),
                '\\' => result.Append("\\\\"),
                '\n' => result.Append("\\n"),
                < ' ' or '\u0085' or '\u2028' or '\u2029' or '\uFEFF' => result.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"),
                _ => result.Append(c),
            };
        }

        return result.Append('"').ToString();
    }
}
