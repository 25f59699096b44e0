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

        if (reference.IsReport)
        {
            Field(text, "PB", reference.Publisher);
            Field(text, "M3", reference.Genre);
            Field(text, "T3", reference.Series);
            Field(text, "M1", reference.Number);
        }
        else
        {
            Field(text, "T2", reference.Container);
            Field(text, "PB", reference.Publisher == reference.Container ? null : reference.Publisher);
        }

        Field(text, "SN", reference.Isbn?.Text ?? reference.Issn?.Text);
        Field(text, "DO", reference.Doi?.Text);
        Field(text, "UR", reference.Url);
        Field(text, "LA", reference.Language);
        Field(text, "AB", reference.Abstract);
        foreach (var keyword in reference.Keywords)
        {
            Field(text, "KW", keyword);
        }

        Field(text, "N1", Notes.Of(reference));
        text.Append("ER  - \r\n\r\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string TypeOf(RecordKind kind) => kind switch
    {
        RecordKind.PolicyBrief or RecordKind.Report or RecordKind.WorkingPaper => "RPRT",
        RecordKind.Commentary or RecordKind.Article => "JOUR",
        RecordKind.Speech => "GEN",
        RecordKind.Testimony => "HEAR",
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
