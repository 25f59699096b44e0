using System.Globalization;
using System.Text;

namespace PolicyArchive.Citing.Heads;

/// <summary>
/// ContextObjects in spans (OpenURL, ANSI/NISO Z39.88-2004, key/encoded-value formats for books and journals): a list of which
/// Zotero can save any part. Never on the page of a piece, whose own tags say more.
/// </summary>
internal static class Coins
{
    public static string Of(Reference reference)
    {
        var text = new StringBuilder("ctx_ver=Z39.88-2004");
        var form = reference.IsArticle ? "journal" : "book";
        Add("rft_val_fmt", $"info:ofi/fmt:kev:mtx:{form}");
        Add("rft.genre", reference.IsArticle ? "article" : reference.IsReport ? "report" : "unknown");
        Add(reference.IsArticle ? "rft.atitle" : "rft.btitle", reference.Title);
        Add("rft.jtitle", reference.IsArticle ? reference.Container : null);
        if (reference.Authors.FirstOrDefault() is CitedName.Personal first)
        {
            Add("rft.aulast", first.WholeFamily);
            Add("rft.aufirst", first.Given);
        }

        foreach (var author in reference.Authors)
        {
            Add(author is CitedName.Literal { IsBody: true } ? "rft.aucorp" : "rft.au", author.Inverted);
        }

        Add("rft.date", reference.Issued?.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Add("rft.pub", reference.IsArticle ? null : reference.Publisher);
        Add("rft.series", reference.Series);
        Add("rft.isbn", reference.Isbn?.Text);
        Add("rft.issn", reference.Issn?.Text);
        Add("rft.language", reference.Language);
        Add("rft_id", reference.Doi is { } doi ? $"info:doi/{doi.Text}" : null);
        Add("rft_id", reference.Url);
        return text.ToString();

        void Add(string key, string? value)
        {
            if (value is not null)
            {
                text.Append('&').Append(key).Append('=').Append(Uri.EscapeDataString(value));
            }
        }
    }
}
