using PolicyArchive.Briefs;
using PolicyArchive.Findings;
using PolicyArchive.Keeping;
using PolicyArchive.Markup;

namespace PolicyArchive.Reading;

/// <summary>The texts of files to articles, those of earlier runs taken as they are.</summary>
/// <param name="kept">Articles of earlier runs, or null.</param>
internal sealed class BodyReader(Settings settings, KeptPack? kept)
{
    /// <param name="start">Where in the file the text begins.</param>
    public Article Read(SourceFile file, int start, string title, string language, List<Finding> findings)
    {
        var words = settings.WordsFor(language);
        var print = kept is null ? default : new PrintHash().With(ProgramPrint.Value).With(settings.WordBook.Print).With(words.Language).With(title).With(start).With(file.Text).Value();
        if (kept?.Find(print) is { } before)
        {
            var (known, knownFindings) = ArticleBytes.Read(before, file.DisplayPath);
            findings.AddRange(knownFindings);
            return known;
        }

        var (article, found) = MarkdownReader.Read(file.Text[start..], title, words, offset => file.At(start + offset));
        findings.AddRange(found);
        kept?.Add(print, ArticleBytes.Write(article, found));
        return article;
    }
}
