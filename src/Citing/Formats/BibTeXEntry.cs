using System.Globalization;
using System.Text;
using PolicyArchive.Briefs;

namespace PolicyArchive.Citing.Formats;

/// <summary>An entry of BibLaTeX's data model (biblatex manual, 2.1 and 2.2), in UTF-8.</summary>
internal static class BibTeXEntry
{
    public static ReadOnlyMemory<byte> Write(Reference reference)
    {
        var text = new StringBuilder();
        text.Append('@').Append(TypeOf(reference.Kind)).Append('{').Append(reference.Key.Text);
        Field(text, "author", reference.Authors.IsEmpty ? null : string.Join(" and ", reference.Authors.Select(Name)));
        Field(text, "title", Title(reference.Title));
        if (reference.IsReport)
        {
            Field(text, "type", Escaped(reference.Genre));
            Field(text, "institution", Braced(reference.Publisher));
            Field(text, "series", Escaped(reference.Series));
        }
        else
        {
            Field(text, reference.IsArticle ? "journaltitle" : "organization", Escaped(reference.Container));
            Field(text, "type", !reference.IsArticle ? Escaped(reference.Genre) : null);
        }

        Field(text, "number", Escaped(reference.Number));
        Field(text, "date", reference.Issued?.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Field(text, "url", reference.Url);
        Field(text, "doi", reference.Doi?.Text);
        Field(text, "isbn", reference.Isbn?.Text);
        Field(text, "issn", reference.Issn?.Text);
        Field(text, "langid", reference.Language);
        Field(text, "abstract", Escaped(reference.Abstract));
        Field(text, "keywords", reference.Keywords.IsEmpty ? null : string.Join(", ", reference.Keywords.Select(Escaped)));
        Field(text, "note", Escaped(Notes.Of(reference)));
        text.Append("\n}\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string TypeOf(RecordKind kind) => kind switch
    {
        RecordKind.PolicyBrief or RecordKind.Report or RecordKind.WorkingPaper => "report",
        RecordKind.Commentary or RecordKind.Article => "article",
        RecordKind.Speech or RecordKind.Testimony => "misc",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private static string Name(CitedName name) => name switch
    {
        CitedName.Literal body => Braced(body.Name),
        CitedName.Personal person => string.Join(", ", ((string[])[
            $"{person.Particle} {person.Family}".Trim(), person.Suffix, person.Given]).Where((part, i) => i != 1 || part.Length > 0).Select(part => Escaped(part))),
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
        if (text is null)
        {
            return null;
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
