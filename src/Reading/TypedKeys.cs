using System.Globalization;
using PolicyArchive.Briefs;
using PolicyArchive.Findings;

namespace PolicyArchive.Reading;

/// <summary>Keys whose values are more than texts: refused with a finding at their place when they are not.</summary>
internal static class TypedKeys
{
    public delegate bool TryParse<T>(string text, out T? value)
        where T : struct;

    public static bool Flag(this Keys keys, params ReadOnlySpan<string> names)
    {
        if (keys.Text(names) is not { } mention)
        {
            return false;
        }

        switch (mention.Text.ToLowerInvariant())
        {
            case "true" or "yes" or "on":
                return true;
            case "false" or "no" or "off":
                return false;
            default:
                keys.Findings.Add(Finding.Error(keys.Codes.WrongType, mention.Place, $"\u201c{mention.Text}\u201d is neither true nor false", "write `true` or `false`"));
                return false;
        }
    }

    public static int? Number(this Keys keys, string name, int least, int most)
    {
        if (keys.Text(name) is not { } mention)
        {
            return null;
        }

        if (int.TryParse(mention.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        keys.Findings.Add(Finding.Error(keys.Codes.WrongType, mention.Place, $"`{name}` is \u201c{mention.Text}\u201d", $"write a whole number from {least} to {most}"));
        return null;
    }

    public static PublicationDate.Known? Date(this Keys keys, string name) => keys.Text(name) is { } mention ? keys.Date(mention) : null;

    public static PublicationDate.Known? Date(this Keys keys, Mention mention)
    {
        var date = PublicationDate.Parse(mention.Text);
        if (date is null)
        {
            keys.Findings.Add(DateFault.Of(keys.Codes.Date, mention));
        }

        return date;
    }

    /// <summary>A value with rules of its own; refused with a hint when it breaks them.</summary>
    public static T? Checked<T>(this Keys keys, string code, string what, TryParse<T> parse, string hint, params ReadOnlySpan<string> names)
        where T : struct
    {
        if (keys.Text(names) is not { } mention)
        {
            return null;
        }

        if (parse(mention.Text, out var value))
        {
            return value;
        }

        keys.Fault(names[0]);
        keys.Findings.Add(Finding.Error(code, mention.Place, $"\u201c{mention.Text}\u201d is not {what}", hint));
        return null;
    }

    public static WebUrl? Url(this Keys keys, params ReadOnlySpan<string> names) =>
        keys.Checked<WebUrl>(keys.Codes.WebAddress, "a web address", (string t, out WebUrl? u) => WebUrl.TryParse(t, out u), "write it whole, e.g. `https://example.org/`", names);
}
