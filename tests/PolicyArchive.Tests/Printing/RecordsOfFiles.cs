using System.Globalization;
using System.Text;
using PolicyArchive.Printing;
using PolicyArchive.Printing.Driving;

namespace PolicyArchive.Tests.Printing;

public sealed class RecordsOfFiles
{
    private static readonly PdfRecord Record = new("A (title) 水", ["Ada", "José"], "", [], "fr", "2019-03-04", null);

    [Fact]
    public void The_moment_of_printing_goes_and_the_record_of_the_piece_comes()
    {
        var first = PdfStamp.Stamp(Made("20261124232215+00'00'"), Record);
        Assert.Equal(first, PdfStamp.Stamp(Made("20270101000000+09'00'"), Record));
        var pdf = new PdfFile(first);
        Assert.Equal(("A (title) 水", "Ada; José", null), (pdf.Said("Title"), pdf.Said("Author"), pdf.Said("Subject")));
        Assert.Contains("/CreationDate (D:20190304)", pdf.Information, StringComparison.Ordinal);
        Assert.Contains("/Producer (Skia\\)PDF)", pdf.Information, StringComparison.Ordinal);
        Assert.Contains("/Lang <FEFF00660072>", pdf.Catalogue, StringComparison.Ordinal);
        Assert.Contains("/Pages 3 0 R", pdf.Catalogue, StringComparison.Ordinal);
        Assert.Matches(@"/ID \[<([0-9A-F]{32})> <\1>\]", pdf.Trailer);
        Assert.Contains("<rdf:li>José</rdf:li>", pdf.Metadata, StringComparison.Ordinal);
    }

    [Fact]
    public void An_undated_piece_is_given_no_date()
    {
        var pdf = new PdfFile(PdfStamp.Stamp(Made("20261124232215+00'00'"), Record with { Published = null }));
        Assert.DoesNotContain("Date", pdf.Information, StringComparison.Ordinal);
        Assert.DoesNotContain("Date", pdf.Metadata, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_another_form_only_loses_its_moment()
    {
        var file = Encoding.Latin1.GetBytes("%PDF-1.7\n1 0 obj <</CreationDate (D:20261124232215Z)>> endobj\nstartxref\n9\n%%EOF\n");
        var stamped = PdfStamp.Stamp(file, Record);
        Assert.Equal(file.Length, stamped.Length);
        Assert.Contains("(D:19700101000000", Encoding.Latin1.GetString(stamped), StringComparison.Ordinal);
    }

    [Fact]
    public void The_browser_that_is_named_is_taken_and_no_other()
    {
        var folder = Directory.CreateTempSubdirectory("browsers-").FullName;
        try
        {
            foreach (var name in (string[])["google-chrome", "chromium", "my-browser"])
            {
                File.WriteAllText(Path.Join(folder, name), "");
            }

            string? Found(string? named) => BrowserFiles.Find(variable => variable switch { "PATH" => $"/nowhere{Path.PathSeparator}{folder}", "CHROMIUM" => named, _ => null });
            Assert.Equal(Path.Join(folder, "chromium"), Found(null));
            Assert.Equal(Path.Join(folder, "my-browser"), Found("my-browser"));
            Assert.Equal(Path.Join(folder, "google-chrome"), Found(Path.Join(folder, "google-chrome")));
            Assert.Null(Found("/nowhere/chromium"));
            Assert.Null(Found("no-such-browser"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // As browsers write it, with the least in it.
    private static byte[] Made(string moment)
    {
        var text = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        foreach (var body in (string[])[$"<</Title (x)\n/Producer (Skia\\)PDF)\n/CreationDate (D:{moment})\n/ModDate (D:{moment})>>", "<</Type /Catalog\n/Pages 3 0 R\n/ViewerPreferences <</DisplayDocTitle true>>>>", "<</Type /Pages\n/Count 0\n/Kids []>>"])
        {
            offsets.Add(text.Length);
            text.Append(CultureInfo.InvariantCulture, $"{offsets.Count} 0 obj\n{body}\nendobj\n");
        }

        var table = text.Length;
        text.Append("xref\n0 4\n0000000000 65535 f \n");
        foreach (var offset in offsets)
        {
            text.Append(CultureInfo.InvariantCulture, $"{offset:0000000000} 00000 n \n");
        }

        text.Append(CultureInfo.InvariantCulture, $"trailer\n<</Size 4\n/Root 2 0 R\n/Info 1 0 R>>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(text.ToString());
    }
}
