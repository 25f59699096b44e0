using System.Collections.Immutable;
using AngleSharp.Html.Parser;
using PolicyArchive.Findings;
using PolicyArchive.Importing.Blocks;
using PolicyArchive.Importing.Sites.Bodies;
using PolicyArchive.Importing.WebPages;
using PolicyArchive.Naming;

namespace PolicyArchive.Importing.Sites;

/// <summary>The texts of an old site to pieces: each knows where the others stand before its body is converted.</summary>
public sealed class SiteMove
{
    // Stands for the address of a site that does not say its own; no host is called so (RFC 2606).
    private const string Nameless = "https://old-site.invalid/";

    private readonly OldSite _site;
    private readonly Dictionary<string, string> _topics = new(StringComparer.Ordinal);

    internal SiteMove(OldSite site)
    {
        _site = site with { Settings = site.Settings with { BaseUrl = site.Settings.BaseUrl ?? Nameless } };
        Listings = new SiteListings(site);
        foreach (var topic in Listings.Topics)
        {
            foreach (var address in topic.Addresses)
            {
                _topics.TryAdd(OldAddresses.Key(address), $"/topics/{topic.Slug}/");
            }
        }
    }

    internal SiteListings Listings { get; }

    internal OldSite Site => _site;

    /// <summary>As the command names it.</summary>
    public string Summary => $"{_site.Folder.Display}: a site of {_site.Generator}, {_site.Texts.Length} texts";

    /// <summary>The texts that could not be read.</summary>
    public int Faults => _site.Findings.Count(f => f.Severity == Severity.Error);

    public int Count => _site.Texts.Length;

    /// <summary>The files that keep their addresses, by their paths below the old site; known once all pieces are.</summary>
    internal SortedDictionary<string, string> Kept { get; } = new(StringComparer.Ordinal);

    /// <param name="settle">The slug that a piece will have.</param>
    public ImmutableArray<Piece> Pieces(Func<Piece, Slug> settle)
    {
        var bare = _site.Texts.Select(Bare).ToArray();

        // Two files of one name, as in folders by year, are told apart by their titles.
        foreach (var one in bare.Where(p => !p.Claims.IsPage && p.Claims.Title is not null).GroupBy(p => p.Claims.Slug?.Text).Where(g => g.Count() > 1).SelectMany(g => g).ToArray())
        {
            bare[Array.IndexOf(bare, one)] = one with { Claims = one.Claims with { Slug = null } };
        }

        var targets = new Dictionary<OldText, string>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < bare.Length; i++)
        {
            targets[_site.Texts[i]] = bare[i].Claims is { IsPage: true, PagePath: { } path } ? $"/{path}/" : $"xref:{settle(bare[i])}";
        }

        var index = new SiteIndex(_site, targets, _topics);
        var pieces = new Piece[bare.Length];
        var taken = new TakenFiles[bare.Length];
        Parallel.For(0, bare.Length, i =>
        {
            taken[i] = new TakenFiles(_site.Folder);
            pieces[i] = Whole(bare[i], _site.Texts[i], index, taken[i]);
        });
        foreach (var (path, address) in taken.SelectMany(t => t.Kept).Concat(_site.Files.Where(f => TakenFiles.IsKept(f.Address)).Select(f => KeyValuePair.Create(f.Path, f.Address))))
        {
            Kept[path] = address;
        }

        return [.. pieces];
    }

    private Piece Bare(OldText text) => new()
    {
        Name = $"{_site.Folder.Name}/{text.Path}",
        Place = new Place(text.File.DisplayPath),
        Sha256 = text.Sha256,
        Blocks = [],
        Claims = text.Claims,
        IsOfSite = true,
    };

    private Piece Whole(Piece bare, OldText text, SiteIndex index, TakenFiles taken)
    {
        var body = new Conversion(text, index);
        _site.Convert(body);
        var links = new OldLinks(_site, index, text, taken);
        var converted = body.Result;
        var markdown = text.IsHtml ? links.Convert(OfHtml(converted, text, links), _ => 1) : links.Convert(converted, offset => body.LineOfResult(converted, offset));
        var image = HeadClaims.Picture(text.Head) is var (address, alt) && address is not null && !Addresses.IsElsewhere(address) ? (links.Resolve(address, isPicture: true, 1), alt) : default((string, string)?);
        return bare with
        {
            Claims = bare.Claims with { Image = image is var (file, shown) && file is not null && taken.Has(file) ? (file, shown) : null },
            Markdown = MovedBody.Tidy(markdown, text.Claims.Title?.Text ?? "", text.Claims.IsPage ? null : text.Claims.Summary?.Text),
            Changes = [.. body.Changes],
            Pictures = [.. taken.Beside],
            Findings = [.. text.Findings, .. body.Findings, .. links.Findings],
            Remarks = [.. text.Remarks, .. HeadClaims.Remarks(text.Head)],
        };
    }

    private string OfHtml(string html, OldText text, OldLinks links)
    {
        var page = new HtmlParser().ParseDocument($"<body>{html}").Body!;
        var notes = PageNotes.Of(page);
        var home = new Uri(new Uri(_site.Settings.BaseUrl!), text.Addresses.FirstOrDefault() ?? "/");
        var inlines = new PageInlines(home, notes, address => links.Resolve(address, isPicture: true, 1) is var now && now != address ? now : null);
        var blocks = new PageBlocks(new PageLines(false), inlines, isWhole: true).Read(page);
        return BlockMarkdown.Of([.. blocks.Select(b => b.Part)], notes.Texts(inlines));
    }
}
