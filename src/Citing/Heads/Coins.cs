using System.Globalization;
using System.Text;

namespace PolicyArchive.Citing.Heads;

/// <summary>
/// ContextObjects in spans (OpenURL, ANSI/NISO Z39.88-2004, key/encoded-value formats for books, journals and Dublin Core): a
/// list of which Zotero can save any part. Never on the page of a piece, whose own tags say more.
/// </summary>
internal static class Coins
{
    public static string Of(Reference reference)
    {
        var text = new StringBuilder("ctx_ver=Z39.88-2004");
        var form = reference.IsArticle ? "journal" : reference.IsReport ? "book" : "dc";
        Add("rft_val_fmt", $"info:ofi/fmt:kev:mtx:{form}");
        // The format for Dublin Core takes Zotero's own names of types.
        Add(form == "dc" ? "rft.type" : "rft.genre", reference.IsArticle ? "article" : reference.IsReport ? "report" : "presentation");
        Add(reference.IsArticle ? "rft.atitle" : reference.IsReport ? "rft.btitle" : "rft.title", reference.Title);
        Add("rft.jtitle", reference.IsArticle ? reference.Container : null);
        foreach (var author in reference.Authors)
        {
            // Zotero puts bodies that are named as such before all other authors.
            var isNamedAsBody = author is CitedName.Literal { IsBody: true } body && (reference.Authors.Length == 1 || body.Name.Contains(',', StringComparison.Ordinal));
            Add(isNamedAsBody ? "rft.aucorp" : "rft.au", isNamedAsBody ? author.Inverted : TaggedName.Of(author, isOnly: false));
        }

        Add("rft.date", reference.Issued?.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Add("rft.pub", reference.IsArticle ? null : reference.Publisher);
        Add("rft.series", reference.Series);
        Add("rft.isbn", reference.Isbn?.Text);
        Add("rft.issn", reference.IsArticle ? reference.Issn?.Text : null);
        Add("rft.language", reference.Language);
        foreach (var keyword in reference.Keywords)
        {
            Add("rft.subject", keyword);
        }

        Add("rft.rights", reference.Licence is { } licence ? licence.Url?.Text ?? licence.Name : null);
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
