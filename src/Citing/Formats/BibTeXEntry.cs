using System.Buffers;
using System.Globalization;
using System.Text;

namespace PolicyArchive.Citing.Formats;

/// <summary>An entry of BibLaTeX's data model (biblatex manual, 2.1 and 2.2), in UTF-8. An undated piece has no date.</summary>
internal static class BibTeXEntry
{
    private const string Article = "article";
    private const string Report = "report";

    private static readonly SearchValues<char> Special = SearchValues.Create("&%$#_{}~^\\\n\r\t");

    public static ReadOnlyMemory<byte> Write(Reference reference)
    {
        var type = TypeOf(reference);
        var text = new StringBuilder();
        text.Append('@').Append(type).Append('{').Append(reference.Key.Text);
        Field(text, "author", reference.Authors.IsEmpty ? null : string.Join(" and ", reference.Authors.Select(Name)));
        Field(text, "title", Title(reference.Title));
        Field(text, "journaltitle", type == Article ? Escaped(reference.Container) : null);
        Field(text, "type", reference.IsArticle ? null : Escaped(reference.Genre));
        Field(text, type == Report ? "institution" : "organization", type == Article ? null : Braced(reference.IsArticle ? reference.Container : reference.Publisher));
        Field(text, "series", type == Article ? Escaped(reference.Series) : null);
        Field(text, "number", type is Article or Report ? Escaped(reference.Number) : null);
        Field(text, "date", reference.Issued?.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Field(text, "url", reference.Url);
        Field(text, "doi", reference.Doi?.Text);
        Field(text, "issn", type == Article ? reference.Issn?.Text : null);
        Field(text, "langid", reference.Language);
        Field(text, "abstract", Escaped(reference.Abstract));
        Field(text, "keywords", reference.Keywords.IsEmpty ? null : string.Join(", ", reference.Keywords.Select(word => Escaped(word.Replace(',', ' ')))));
        Field(text, "note", Escaped(Notes.Of(reference, [.. Fieldless(reference, type)])));
        text.Append("\n}\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    // Reports and articles need an author by the data model.
    private static string TypeOf(Reference reference) => reference switch
    {
        { IsArticle: true, Authors.IsEmpty: false } => Article,
        { IsArticle: true } => "online",
        { IsReport: true, Authors.IsEmpty: false } => Report,
        _ => "misc",
    };

    // What the data model has no field for in an entry of that type.
    private static IEnumerable<string> Fieldless(Reference reference, string type)
    {
        if (type != Article && reference.Series is { } series)
        {
            yield return $"Series: {series}";
        }

        if (type is not (Article or Report) && reference.Number is { } number)
        {
            yield return $"Number: {number}";
        }

        if (reference is { IsArticle: true, PublisherOfContainer: { } publisher })
        {
            yield return $"Publisher: {publisher}";
        }

        if (reference.Isbn is { } isbn)
        {
            yield return $"ISBN: {isbn.Text}";
        }
    }

    private static string Name(CitedName name) => name switch
    {
        CitedName.Literal body => Braced(body.Name),
        CitedName.Personal person => string.Join(", ", ((string[])[
            person.WholeFamily, person.Suffix, person.Given]).Where((part, i) => i != 1 || part.Length > 0).Select(part => Escaped(part))),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    // Kept in one piece, and in its own capitals.
    private static string Braced(string text) => $"{{{Escaped(text)}}}";

    // Styles set titles in small letters but for what stands in braces.
    private static string Title(string title) =>
        string.Join(' ', title.Split(' ').Select((word, i) => word.Any(char.IsUpper) && (i > 0 || word.Skip(1).Any(char.IsUpper)) ? Braced(word) : Escaped(word)));

    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(text))]
    private static string? Escaped(string? text)
    {
        if (text is null || text.AsSpan().IndexOfAny(Special) < 0)
        {
            return text;
        }

        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            _ = c switch
            {
                '&' or '%' or '$' or '#' or '_' => escaped.Append('\\').Append(c),
                '{' => escaped.Append("\\{"),
                '}' => escaped.Append("\\}"),
                '~' => escaped.Append("\\textasciitilde{}"),
                '^' => escaped.Append("\\textasciicircum{}"),
                '\\' => escaped.Append("\\textbackslash{}"),
                '\n' or '\r' or '\t' => escaped.Append(' '),
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }

    private static void Field(StringBuilder text, string name, string? value)
    {
        if (value is not null)
        {
            text.Append(",\n  ").Append(name).Append(" = {").Append(value).Append('}');
        }
    }
}
