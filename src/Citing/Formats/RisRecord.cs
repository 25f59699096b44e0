using System.Globalization;
using System.Text;
using PolicyArchive.Briefs;

namespace PolicyArchive.Citing.Formats;

/// <summary>A record in RIS (Research Information Systems, specification of 2011): two letters, two spaces, a hyphen, a space; CR LF.</summary>
internal static class RisRecord
{
    public static ReadOnlyMemory<byte> Write(Reference reference)
    {
        var text = new StringBuilder();
        Field(text, "TY", TypeOf(reference.Kind));
        Field(text, "TI", reference.Title);
        foreach (var author in reference.Authors)
        {
            Field(text, "AU", author.Inverted);
        }

        if (reference.Issued is { } issued)
        {
            Field(text, "PY", issued.Day.ToString("yyyy", CultureInfo.InvariantCulture));
            Field(text, "DA", issued.Day.ToString("yyyy/MM/dd", CultureInfo.InvariantCulture));
        }

        // The tags that Zotero and EndNote read for each type: T2 is a report's series and SN its number.
        Field(text, "PB", reference.IsArticle ? reference.PublisherOfContainer : reference.Publisher);
        Field(text, "M3", reference.IsArticle ? null : reference.Genre);
        Field(text, "T2", reference.IsArticle ? reference.Container : reference.IsReport ? reference.Series : null);
        Field(text, "T3", reference.IsReport ? null : reference.Series);
        Field(text, reference.IsReport ? "SN" : "M1", reference.Number);
        Field(text, "SN", reference.IsArticle ? reference.Issn?.Text : null);
        Field(text, "DO", reference.Doi?.Text);
        Field(text, "UR", reference.Url);
        Field(text, "L1", reference.Pdf);
        Field(text, "LA", reference.Language);
        Field(text, "AB", reference.Abstract);
        foreach (var keyword in reference.Keywords)
        {
            Field(text, "KW", keyword);
        }

        Field(text, "N1", Notes.Of(reference, reference.Isbn is { } isbn ? [$"ISBN: {isbn.Text}"] : []));
        text.Append("ER  - \r\n\r\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string TypeOf(RecordKind kind) => kind switch
    {
        RecordKind.PolicyBrief or RecordKind.Report or RecordKind.WorkingPaper => "RPRT",
        RecordKind.Commentary or RecordKind.Article => "JOUR",
        RecordKind.Speech or RecordKind.Testimony => "SLIDE",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private static void Field(StringBuilder text, string tag, string? value)
    {
        if (value is not null)
        {
            text.Append(tag).Append("  - ").Append(value.ReplaceLineEndings(" ")).Append("\r\n");
        }
    }
}
