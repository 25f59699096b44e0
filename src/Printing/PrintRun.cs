using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using PolicyArchive.Briefs;
using PolicyArchive.Findings;
using PolicyArchive.Keeping;
using PolicyArchive.Pages;
using PolicyArchive.Printing.Driving;

namespace PolicyArchive.Printing;

/// <summary>A brief's page as a PDF file, kept under its key until the site is written.</summary>
public sealed record PrintedBrief(BriefPage Page, SiteUrl Url, string Key, long Bytes);

/// <summary>Prints the briefs of a site: each that is published, unless its editor has attached a PDF of his own.</summary>
public sealed class PrintRun
{
    /// <summary>Changes whenever the same page would make another file.</summary>
    private const string Edition = "1";

    // Each page of its own takes memory in the browser, and more than there are cores only wait.
    private const int MostAtOnce = 4;

    private readonly SitePlan _plan;
    private readonly KeptFiles _kept;
    private readonly Func<BriefPage, RenderedFile> _render;
    private readonly FrozenDictionary<string, RenderedFile> _assets;
    private readonly FrozenDictionary<string, CopiedFile> _copies;

    /// <param name="kept">Holds what is printed until the site is written, and from build to build.</param>
    /// <param name="render">A page to HTML.</param>
    /// <param name="assets">The theme's styles and pictures.</param>
    public PrintRun(SitePlan plan, KeptFiles kept, Func<BriefPage, RenderedFile> render, IEnumerable<RenderedFile> assets)
    {
        (_plan, _kept, _render) = (plan, kept, render);
        _assets = assets.ToFrozenDictionary(file => file.Path, StringComparer.Ordinal);
        _copies = plan.Files.ToFrozenDictionary(file => file.Url.OutputPath, StringComparer.Ordinal);
    }

    /// <param name="printed">Called after each brief, from many threads.</param>
    public (ImmutableArray<PrintedBrief> Briefs, ImmutableArray<Finding> Findings) Print(Press press, Action<int> printed)
    {
        var pages = _plan.BriefPages.Values.Where(IsToBePrinted).OrderBy(page => page.Url).ToImmutableArray();
        var briefs = new ConcurrentBag<PrintedBrief>();
        var findings = new ConcurrentBag<Finding>();
        string version;
        try
        {
            version = pages.IsEmpty ? "" : press.VersionAsync().GetAwaiter().GetResult();
        }
        catch (PrintFailure failure)
        {
            return ([], [Finding.Warning("OUT011", new Place("--pdf"), $"no PDF files were made: {failure.Message}", $"name another browser in {Press.Variable}")]);
        }

        Parallel.ForEach(pages, new ParallelOptions { MaxDegreeOfParallelism = Math.Min(MostAtOnce, Environment.ProcessorCount) }, page =>
        {
            try
            {
                briefs.Add(Print(page, press, version));
            }
            catch (PrintFailure failure)
            {
                findings.Add(Finding.Warning("OUT012", page.Entry.Brief.Place, $"no PDF file was made of this brief: {failure.Message}", "build again; if it happens again, look at the page in that browser"));
            }

            printed(pages.Length);
        });
        return ([.. briefs.OrderBy(brief => brief.Url)], [.. findings]);
    }

    /// <summary>The plan with each PDF among the files of its brief.</summary>
    public static SitePlan With(SitePlan plan, ImmutableArray<PrintedBrief> briefs)
    {
        // By the title of the brief, which needs no translation.
        var pages = briefs.ToFrozenDictionary(brief => brief.Page.Url, brief => brief.Page with
        {
            Attachments = [.. brief.Page.Attachments, new AttachmentFile(brief.Page.Entry.Brief.Title, brief.Url, FileName(brief.Page), brief.Bytes, null)],
        });
        return plan with
        {
            Pages = [.. plan.Pages.Select(page => pages.GetValueOrDefault(page.Url) ?? page)],
            BriefPages = plan.BriefPages.ToFrozenDictionary(page => page.Key, page => pages.GetValueOrDefault(page.Value.Url) ?? page.Value),
        };
    }

    private static string FileName(BriefPage page) => page.Entry.Brief.Slug.Text + ".pdf";

    private bool IsToBePrinted(BriefPage page) => !page.Entry.IsUnpublished
        && !page.Attachments.Any(file => file.FileName.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase))
        && !_copies.ContainsKey(page.Url.File(FileName(page)).OutputPath);

    private PrintedBrief Print(BriefPage page, Press press, string version)
    {
        // What print does not show would only have the page printed again.
        var html = _render(page with { Related = [], PreviousInSeries = null, NextInSeries = null });
        var record = RecordOf(page);
        var key = KeyOf(page, html, record, version);
        if (_kept.Find(key) is not { } bytes)
        {
            bytes = PdfStamp.Stamp(press.PrintAsync(new Uri(_plan.Settings.BaseUrl.Absolute(page.Url)), address => Find(address, html)).GetAwaiter().GetResult(), record);
            _kept.Keep(key, bytes);
        }

        return new PrintedBrief(page, page.Url.File(FileName(page)), key, bytes.Length);
    }

    private string KeyOf(BriefPage page, RenderedFile html, PdfRecord record, string version)
    {
        using var key = new KeptKey();
        key.With(Edition).With(version).With($"{record}").With(string.Join('\n', record.Authors)).With(string.Join('\n', record.Keywords)).With(html.Bytes.Span);
        var pictures = page.Links.OfType<LinkTarget.Picture>().Select(picture => picture.Url).Concat(page.Image is { } image ? [image.Url] : (SiteUrl[])[]);
        foreach (var picture in pictures.Distinct().Order())
        {
            key.With(_copies.TryGetValue(picture.OutputPath, out var copy) ? File.ReadAllBytes(copy.Source.FullPath) : []);
        }

        return key.Text();
    }

    // The page itself, styles and pictures; whatever else it names is not there.
    private ServedFile? Find(Uri address, RenderedFile page)
    {
        var site = _plan.Settings.BaseUrl;
        var path = Uri.UnescapeDataString(address.AbsolutePath);
        if (!address.GetLeftPart(UriPartial.Authority).Equals(new Uri(site.Origin).GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase) || !path.StartsWith(site.Folder + "/", StringComparison.Ordinal))
        {
            return null;
        }

        path = path[(site.Folder.Length + 1)..];
        return path + (path.Length == 0 || path.EndsWith('/') ? "index.html" : "") == page.Path ? new ServedFile(page.Bytes, "text/html; charset=utf-8")
            : _assets.TryGetValue(path, out var asset) ? new ServedFile(asset.Bytes, MediaType(path))
            : _copies.TryGetValue(path, out var copy) ? new ServedFile(File.ReadAllBytes(copy.Source.FullPath), MediaType(path))
            : null;
    }

    private static PdfRecord RecordOf(BriefPage page)
    {
        var brief = page.Entry.Brief;
        return new PdfRecord(
            brief.Title,
            [.. page.Entry.Authors.Select(author => author.Name)],
            page.Description,
            [.. page.Entry.Topics.Concat(page.Entry.Regions).Select(term => term.Name)],
            page.Entry.Language,
            Day(brief.Published.AsKnown),
            Day(brief.LastChanged));

        static string? Day(PublicationDate.Known? date) => date?.Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
    }

    // Browsers look into pictures and fonts themselves, but want to be told of these.
    private static string MediaType(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".css" => "text/css; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".png" => "image/png",
        ".jpg" or ".jpeg" => "image/jpeg",
        ".webp" => "image/webp",
        ".avif" => "image/avif",
        ".gif" => "image/gif",
        ".woff2" => "font/woff2",
        _ => "application/octet-stream",
    };
}
