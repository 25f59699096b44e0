using System.Collections.Immutable;
using System.Globalization;
using PolicyArchive.Briefs;
using PolicyArchive.Findings;
using PolicyArchive.Importing.Blocks;
using PolicyArchive.Naming;

namespace PolicyArchive.Importing.Arranging;

/// <summary>Asks of each block of a piece what it is: the headline, a byline, a disclaimer, a notice, a box, or the text.</summary>
internal sealed partial class Arranger
{
    // A paragraph that is longer begins the text: what stands before it is its head.
    private const int TextParagraph = 140;
    private const int LongestTitle = 220;
    private const int LongestHead = 12;
    private const int LongestTail = 8;

    private readonly Piece _piece;
    private readonly ImmutableArray<Block> _blocks;
    private readonly string?[] _fates;
    private readonly bool[] _isDropped;
    private readonly List<Finding> _findings;
    private readonly List<string> _remarks;
    private readonly List<Author> _authors = [];
    private readonly List<string> _topics = [];
    private readonly List<string> _disclaimers = [];
    private readonly List<(string, string)> _bios = [];
    private RepublicationNotice? _notice;
    private Block? _noticeBlock;
    private string? _title;
    private string? _summary;
    private string? _published;
    private string? _updated;

    private Arranger(Piece piece)
    {
        (_piece, _blocks) = (piece, piece.Blocks);
        (_fates, _isDropped) = (new string?[_blocks.Length], new bool[_blocks.Length]);
        (_findings, _remarks) = ([.. piece.Findings], [.. piece.Remarks]);
    }

    /// <param name="today">Events after it are not past.</param>
    public static Arrangement Arrange(Piece piece, Vocabulary vocabulary, DateOnly today)
    {
        var arranger = new Arranger(piece);
        arranger.TakeClaims();
        arranger.DropFurniture();
        arranger.TakeDisclaimers();
        arranger.TakeNotice();
        arranger.TakeTitle();
        arranger.TakeHead();
        arranger.TakeBlurbs();
        arranger.TakeRepeats();
        return arranger.Finish(vocabulary, today);
    }

    private IEnumerable<int> Open => Enumerable.Range(0, _blocks.Length).Where(i => _fates[i] is null);

    // Some formats have no lines.
    private string Where(int block) => _blocks[block].Line > 0 ? string.Create(CultureInfo.InvariantCulture, $"line {_blocks[block].Line}") : $"paragraph {string.Create(CultureInfo.InvariantCulture, $"{block + 1}")}";

    private Place PlaceOf(Block block) => block.Line > 0 ? new Place(_piece.Place.File, block.Line, 1) : _piece.Place;

    private void Place(int block, string where) => _fates[block] = where;

    private void Drop(int block, string why) => (_fates[block], _isDropped[block]) = (why, true);

    private void Warn(string code, Block? block, string message, string hint) =>
        _findings.Add(Finding.Warning(code, block is null ? _piece.Place : PlaceOf(block), message, hint));

    private void TakeClaims()
    {
        var claims = _piece.Claims;
        _authors.AddRange(claims.Authors.Select(a => new Author(TextFold.CollapseSpaces(a.Text))).DistinctBy(a => TextFold.Key(a.Name)));
        _topics.AddRange(claims.Topics.Select(t => TextFold.CollapseSpaces(t.Text)).Where(t => t.Length > 0).DistinctBy(TextFold.Key));
        _title = claims.Title is { } title && TextFold.CollapseSpaces(title.Text) is { Length: > 0 } text ? text : null;
        _summary = claims.Summary is { } summary && TextFold.CollapseSpaces(summary.Text) is { Length: > 0 } said ? said : null;
        _published = claims.Published is { } published ? Day(published.Text, published.From, null, "published") : null;
        _updated = claims.Updated is { } updated ? Day(updated.Text, updated.From, null, "updated") : null;
        foreach (var (key, claim) in ((string, Claim?)[])[("title", claims.Title), ("summary", claims.Summary), ("authors", claims.Authors.FirstOrDefault()), ("topics", claims.Topics.FirstOrDefault()), ("language", claims.Language), ("doi", claims.Doi), ("license", claims.Licence)])
        {
            if (claim is not null)
            {
                _remarks.Add($"`{key}`: {claim.From}.");
            }
        }
    }

    private string? Day(string text, string from, Block? block, string key)
    {
        var (iso, why) = WrittenDates.Judge(text);
        if (iso is not null)
        {
            _remarks.Add($"`{key}`: {from}, \u201c{TextFold.CollapseSpaces(text)}\u201d.");
        }
        else
        {
            Warn("IMPORT010", block, $"the date \u201c{TextFold.CollapseSpaces(text)}\u201d ({from}) {why}, and was not taken", $"write the day into `{key}` if you know it");
        }

        return iso;
    }

    private void DropFurniture()
    {
        foreach (var i in Open)
        {
            if (_blocks[i].Part is Part.Paragraph or Part.Heading or Part.List && Furniture.Reason(_blocks[i].Text) is { } reason)
            {
                Drop(i, reason);
            }
        }
    }

    private void TakeDisclaimers()
    {
        var open = Open.ToArray();
        foreach (var i in open.Take(LongestHead).Concat(open.TakeLast(LongestTail)).Distinct().Order())
        {
            if (_blocks[i].Part is not (Part.Paragraph or Part.Quote) || !Disclaimers.Is(_blocks[i].Text))
            {
                continue;
            }

            if (_disclaimers.Contains(_blocks[i].Text))
            {
                Drop(i, "the disclaimer again");
            }
            else
            {
                _disclaimers.Add(_blocks[i].Text);
                Place(i, "`disclaimer`");
            }
        }
    }

    private void TakeNotice()
    {
        var open = Open.ToArray();
        foreach (var i in open.Take(LongestHead).Concat(open.TakeLast(LongestTail)).Distinct().Order())
        {
            if (_blocks[i].Part is not (Part.Paragraph or Part.Quote) || RepublicationNotice.Of(_blocks[i]) is not { } notice)
            {
                continue;
            }

            if (_notice is null)
            {
                (_notice, _noticeBlock) = (notice, _blocks[i]);
                Place(i, notice.Permission is null ? "a comment of the draft: it says where the piece first appeared, and not that it may be republished" : "`source`");
            }
            else
            {
                _notice = new RepublicationNotice(_notice.Name ?? notice.Name, _notice.Url ?? notice.Url, _notice.Title ?? notice.Title, _notice.Permission ?? notice.Permission);
                Place(i, "`source`, with the other notice");
            }
        }

        if (_notice is { Permission: null })
        {
            Warn("IMPORT011", null, $"the piece appeared elsewhere ({_notice.Name ?? _notice.Url}), and nothing says that it may be republished", "ask for leave, then write `source` with its `permission`");
        }
    }

    private Arrangement Finish(Vocabulary vocabulary, DateOnly today)
    {
        foreach (var i in Open.ToArray())
        {
            Place(i, _blocks[i].IsGuessed ? "the body, as a heading by its looks" : "the body");
        }

        ImmutableArray<Block> body = [.. Enumerable.Range(0, _blocks.Length).Where(i => !_isDropped[i] && _fates[i]!.StartsWith("the body", StringComparison.Ordinal)).Select(i => _blocks[i])];
        var title = _title ?? TitleOfFile();
        var tongue = Tongues.Of(_blocks);
        foreach (var block in body.Prepend(new Block(Part.Plain(title))))
        {
            foreach (var (words, what) in Suspicions.In(block, tongue).Where(s => block.Line > 0 || block.Text != title || !s.What.StartsWith("the paragraph", StringComparison.Ordinal)))
            {
                Warn("IMPORT014", block, $"{what}: \u201c{words}\u201d", "look it up in the original; it was left as it is");
            }
        }

        DateOnly? notBefore = null;
        if (_published is null)
        {
            var (day, words, doubtful) = Events.Latest(_blocks.Where((_, i) => _fates[i] == "`summary`").Concat(body).Concat(_noticeBlock is null ? [] : [_noticeBlock]), today);
            notBefore = day;
            _remarks.Add(day is null ? "`published`: nothing says when, and no past event is dated." : string.Create(CultureInfo.InvariantCulture, $"`published`: nothing says when. `not_before`: the latest past event that the text dates, \u201c{words}\u201d."));
            foreach (var (block, written) in doubtful)
            {
                Warn("IMPORT010", block, $"the date \u201c{written}\u201d can be read two ways, and was not taken", "write the month as a word if you know which is meant");
            }
        }

        var text = string.Join('\n', body.Select(b => b.Text).Prepend(_summary ?? ""));
        return new Arrangement
        {
            Piece = _piece,
            Title = title,
            Summary = _summary,
            Disclaimer = _disclaimers.Count == 0 ? null : string.Join(' ', _disclaimers),
            Notice = _notice is { } notice && notice.Title is { } original && TextFold.Key(original) == TextFold.Key(title) ? notice with { Title = null } : _notice,
            Authors = [.. _authors],
            Published = _published,
            NotBefore = notBefore,
            Updated = _published is not null && _updated is not null && string.CompareOrdinal(_updated, 0, _published, 0, 10) <= 0 ? null : _updated,
            Topics = [.. _topics],
            ProposedTopics = _topics.Count > 0 ? [] : vocabulary.Proposals(Taxonomy.Topics, title, text),
            ProposedRegions = vocabulary.Proposals(Taxonomy.Regions, title, text),
            Bios = [.. _bios],
            Body = [.. body.Select(b => b.Part)],
            Fates = [.. _blocks.Select((block, i) => new Fate(block, _fates[i]!, _isDropped[i]))],
            Remarks = [.. _remarks],
            Findings = [.. _findings],
        };
    }

    private string TitleOfFile()
    {
        if (_piece.Name.Contains('#', StringComparison.Ordinal) && _blocks.Select(b => b.Text).FirstOrDefault(t => t.Length > 0) is { } text)
        {
            var cut = text.Length <= TextParagraph / 2 ? text.Length : text.LastIndexOf(' ', TextParagraph / 2) is var space and > 0 ? space : TextParagraph / 2;
            var words = text[..(char.IsHighSurrogate(text[cut - 1]) ? cut - 1 : cut)] + (cut < text.Length ? "…" : "");
            Warn("IMPORT015", null, $"the source has no headline; its first words stand for it, \u201c{words}\u201d", "write the title");
            return words;
        }

        var name = Path.GetFileNameWithoutExtension(_piece.Name.Split('#')[0].Split('/')[^1]).Replace('-', ' ').Replace('_', ' ').Trim();
        name = name.Length == 0 ? "Untitled" : char.ToUpperInvariant(name[0]) + name[1..];
        Warn("IMPORT015", null, $"the source has no headline that can be told from its text; the file's name stands for it, \u201c{name}\u201d", "write the title");
        return name;
    }
}
