using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using PolicyArchive.Findings;
using PolicyArchive.Importing.Blocks;
using PolicyArchive.Naming;

namespace PolicyArchive.Importing.Word;

/// <summary>A Word file to a piece.</summary>
internal static class DocumentReader
{
    // What Word writes where no one has said who the author is.
    private static readonly HashSet<string> NoNames = new(StringComparer.OrdinalIgnoreCase) { "user", "admin", "administrator", "microsoft office user", "windows user", "python-docx", "owner", "office", "pc", "unknown", "author", "default", "microsoft" };

    public static PieceReading Read(SourcePath source, byte[] bytes)
    {
        if (Package.Fault(new MemoryStream(bytes, writable: false)) is { } fault)
        {
            return PieceReading.Failed(Finding.Error("IMPORT008", source.Place, $"the Word file is not read: {fault}", "open it in a word processor, and save it anew as .docx"));
        }

        try
        {
            // Word writes some things twice, for older versions: only what it reads itself is read.
            var settings = new OpenSettings { AutoSave = false, MarkupCompatibilityProcessSettings = new MarkupCompatibilityProcessSettings(MarkupCompatibilityProcessMode.ProcessAllParts, FileFormatVersions.Microsoft365) };
            using var document = WordprocessingDocument.Open(new MemoryStream(bytes, writable: false), isEditable: false, settings);
            return document.MainDocumentPart?.Document?.Body is { } body
                ? Read(source, bytes, document, document.MainDocumentPart, body)
                : PieceReading.Failed(Finding.Error("IMPORT006", source.Place, "the file holds no text", "remove it"));
        }
        catch (Exception broken) when (broken is OpenXmlPackageException or FileFormatException or XmlException or InvalidDataException or InvalidOperationException or ArgumentException or FormatException or UriFormatException)
        {
            return PieceReading.Failed(Finding.Error("IMPORT008", source.Place, "the Word file is damaged and cannot be read", "open it in a word processor, and save it anew as .docx"));
        }
    }

    private static PieceReading Read(SourcePath source, byte[] bytes, WordprocessingDocument document, MainDocumentPart main, Body body)
    {
        var (pictures, notes, styles, lists) = (new DocumentPictures(), new DocumentNotes(main), new DocumentStyles(main), new DocumentLists(main));
        var runs = new DocumentRuns(main, pictures, notes);
        var reader = new DocumentBlocks(styles, lists, runs);
        var blocks = reader.Read(body);
        if (blocks.IsEmpty)
        {
            return PieceReading.Failed(Finding.Error("IMPORT006", source.Place, "the file holds no text", "remove it"));
        }

        var texts = new List<ImmutableArray<Part>>();
        for (var i = 0; i < notes.Named.Count; i++)
        {
            var (isEndnote, note) = notes.Named[i];
            var own = new DocumentBlocks(styles, lists, new DocumentRuns(notes.PartOf(isEndnote), pictures, notes));
            texts.Add([.. own.Read(note).Select(b => b.Part)]);
        }

        return new PieceReading(
            new Piece
            {
                Name = source.Name,
                Place = source.Place,
                Sha256 = Formats.Hash(bytes),
                Blocks = blocks,
                Notes = [.. texts],
                Claims = ClaimsOf(document, reader.Title, blocks),
                Dropped = [.. DroppedOf(main, runs, reader)],
                Pictures = pictures.Taken,
                Findings = [.. Findings(source.Place, main, runs, pictures)],
                Remarks = [.. Remarks(document, blocks)],
            },
            []);
    }

    private static Claims ClaimsOf(WordprocessingDocument document, string? title, ImmutableArray<Block> blocks)
    {
        var properties = document.PackageProperties;
        var said = TextFold.CollapseSpaces(properties.Title ?? "");
        return new Claims
        {
            Title = title is not null ? new Claim(title, "the paragraph in the style \u201cTitle\u201d") : blocks.Take(10).Any(b => said.Length > 0 && TextFold.Key(b.Text) == TextFold.Key(said)) ? new Claim(said, "the document's property `title`, which is printed too") : null,
            FallbackAuthors = [.. (properties.Creator ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(n => !NoNames.Contains(n)).Select(n => new Claim(TextFold.CollapseSpaces(n), "the document's property `creator`"))],
            Topics = [.. (properties.Keywords ?? "").Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(k => new Claim(k, "the document's property `keywords`"))],
            Language = properties.Language is { Length: >= 2 and < 20 } language && language.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? new Claim(language, "the document's property `language`") : null,
        };
    }

    private static IEnumerable<Dropped> DroppedOf(MainDocumentPart main, DocumentRuns runs, DocumentBlocks reader)
    {
        foreach (var text in runs.Deleted.Where(t => t.Length > 0))
        {
            yield return new Dropped(text, "deleted by a tracked change");
        }

        foreach (var text in runs.Hidden.Where(t => t.Trim().Length > 0))
        {
            yield return new Dropped(text, "hidden text");
        }

        if (reader.Contents.Count > 0)
        {
            yield return new Dropped(string.Join(" / ", reader.Contents), "a table of contents, which the page makes itself");
        }

        foreach (var comment in main.WordprocessingCommentsPart?.Comments?.Elements<Comment>() ?? [])
        {
            yield return new Dropped(TextFold.CollapseSpaces(string.Join(' ', comment.Elements<Paragraph>().Select(p => p.InnerText))), $"a comment by {comment.Author?.Value ?? "someone"}");
        }

        foreach (var (element, what) in main.HeaderParts.Select(p => ((OpenXmlElement?)p.Header, "the head of the printed page")).Concat(main.FooterParts.Select(p => ((OpenXmlElement?)p.Footer, "the foot of the printed page"))))
        {
            if (TextFold.CollapseSpaces(string.Join(' ', element?.Descendants<Paragraph>().Select(p => string.Concat(p.Descendants<Text>().Select(t => t.Text))) ?? [])) is { Length: > 0 } text)
            {
                yield return new Dropped(text, what);
            }
        }
    }

    private static IEnumerable<Finding> Findings(Place place, MainDocumentPart main, DocumentRuns runs, DocumentPictures pictures)
    {
        if (runs.Inserted + runs.Deleted.Count > 0)
        {
            yield return Finding.Warning("IMPORT019", place, $"tracked changes were carried out (insertions: {runs.Inserted}, deletions: {runs.Deleted.Count})", "look at the report, or accept and refuse them in the word processor and import again");
        }

        if (main.WordprocessingCommentsPart?.Comments?.Elements<Comment>().Any() == true)
        {
            yield return Finding.Warning("IMPORT019", place, "the document has comments, which were left out", "read them in the report");
        }

        foreach (var left in pictures.Left.Distinct())
        {
            yield return Finding.Warning("IMPORT016", place, $"the picture `{left}` was left: it is of a kind that browsers do not show, or lies outside the file", "save it as PNG or JPEG, and put it beside the brief");
        }
    }

    private static IEnumerable<string> Remarks(WordprocessingDocument document, ImmutableArray<Block> blocks)
    {
        var properties = document.PackageProperties;
        if (properties.Title is { Length: > 0 } said && !blocks.Take(10).Any(b => TextFold.Key(b.Text) == TextFold.Key(said)))
        {
            yield return $"The document's property `title`, \u201c{said}\u201d, is nowhere in its text and was not taken.";
        }

        if (properties.Created is { } created)
        {
            yield return $"The file was made on {created.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}, which is not the day it appeared, and was not taken.";
        }
    }
}
