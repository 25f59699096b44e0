using PolicyArchive.Importing.Blocks;
using PolicyArchive.Naming;

namespace PolicyArchive.Importing.Arranging;

/// <summary>The head, the boxes at the end, and what stands twice.</summary>
internal sealed partial class Arranger
{
    private const int ShortestPullQuote = 25;
    private const int ShortestRepeat = 60;

    // Each is looked for in all others; a text of more paragraphs is no page.
    private const int MostLookedThrough = 1_500;

    private void TakeTitle()
    {
        var head = Open.Take(LongestHead).ToArray();
        if (_title is { } claimed)
        {
            foreach (var i in head.Where(i => IsLine(i) && IsSame(_blocks[i].Text, claimed)))
            {
                Place(i, "`title`");
            }

            return;
        }

        foreach (var i in head)
        {
            if (HeadLabels.Of(_blocks[i].Text) is ("title", var value))
            {
                _title = value;
                Place(i, "`title`");
                return;
            }
        }

        foreach (var i in head)
        {
            if (IsHeadline(i))
            {
                _title = _blocks[i].Text;
                Place(i, "`title`");
                DropTitleAgain(head);
                return;
            }

            if (_blocks[i].Text.Length > TextParagraph)
            {
                return;
            }
        }
    }

    // A page prints its headline in the window's title too.
    private void DropTitleAgain(int[] head)
    {
        foreach (var i in head.Where(i => _fates[i] is null && IsLine(i) && IsSame(_blocks[i].Text, _title!)))
        {
            Drop(i, "the title again");
        }
    }

    private bool IsHeadline(int i)
    {
        var text = _blocks[i].Text;
        return IsLine(i) && text.Length is > 1 and <= LongestTitle && text[^1] is not ('.' or ',' or ';' or ':' or '。') && Byline.Of(text) is null && HeadLabels.Of(text) is null
            && (_blocks[i].Part is Part.Heading || text.Length <= TextParagraph) && Blurb.HeadOf(text, []) is null;
    }

    private bool IsLine(int i) => _blocks[i].Part is Part.Heading || (_blocks[i].Part is Part.Paragraph paragraph && !paragraph.Inlines.OfType<Inline.Break>().Any());

    private static bool IsSame(string a, string b) => TextFold.Key(a) == TextFold.Key(b);

    // Up to the first paragraph of the text.
    private void TakeHead()
    {
        foreach (var i in Open.Where(i => _blocks[i].IsStandfirst).Take(1).ToArray())
        {
            _summary = _blocks[i].Text;
            Place(i, "`summary`");
        }

        foreach (var i in Open.Take(LongestHead).ToArray())
        {
            var text = _blocks[i].Text;
            if (HeadLabels.Of(text) is var (key, value) && key is not null)
            {
                TakeLabel(i, key, value);
            }
            else if (IsLine(i) && Byline.Of(text) is { } byline && TakeByline(i, byline))
            {
                Place(i, byline.Authors.IsEmpty ? "`published`" : byline.Dates.IsEmpty ? "`authors`" : "`authors` and `published`");
            }
            else if (text.Length > TextParagraph)
            {
                break;
            }
        }

        if (_authors.Count == 0)
        {
            _authors.AddRange(_piece.Claims.FallbackAuthors.Select(a => new Author(a.Text)));
            _remarks.AddRange(_piece.Claims.FallbackAuthors.Take(1).Select(a => $"`authors`: {a.From}."));
        }
    }

    private bool TakeByline(int i, Byline byline)
    {
        foreach (var author in byline.Authors.Where(a => _authors.All(known => !IsSame(known.Name, a))))
        {
            _authors.Add(new Author(author, byline.Affiliation));
            _remarks.Add($"`authors`: {Where(i)}.");
        }

        foreach (var date in byline.Dates)
        {
            if (byline.IsUpdate && byline.Dates.Length == 1)
            {
                _updated ??= Day(date, Where(i), _blocks[i], "updated");
            }
            else
            {
                _published ??= Day(date, Where(i), _blocks[i], "published");
            }
        }

        return true;
    }

    private void TakeLabel(int i, string key, string value)
    {
        switch (key)
        {
            case "topics":
                var topics = value.Split([',', ';', '|', '、', '，'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(t => t.TrimEnd('.'));
                _topics.AddRange(topics.Where(t => t.Length > 0 && _topics.All(known => !IsSame(known, t))));
                _remarks.Add($"`topics`: {Where(i)}.");
                Place(i, "`topics`");
                break;
            case "summary":
                _summary ??= value;
                Place(i, "`summary`");
                break;
            default:
                break;
        }
    }

    private void TakeBlurbs()
    {
        var names = _authors.Select(a => a.Name).Concat(_notice?.Name is { } name ? [name] : []).ToList();
        var open = Open.ToArray();
        var tail = open.Skip(open.Length / 2).TakeLast(LongestTail).ToArray();
        for (var t = 0; t < tail.Length; t++)
        {
            var i = tail[t];
            var rest = tail[(t + 1)..];
            if (IsLine(i) && Blurb.HeadOf(_blocks[i].Text, names) is var (whom, isAuthor, badge) && whom is not null && rest.Length is >= 1 and <= 4 && rest.All(r => Blurb.IsShort(_blocks[r]) || Blurb.IsBadge(_blocks[r].Text)))
            {
                TakeBox(i, rest, whom, isAuthor || _authors.Any(a => IsSame(a.Name, whom)), badge);
                return;
            }

            if (Blurb.AuthorIn(_blocks[i].Text, _authors.Select(a => a.Name)) is { } author)
            {
                _bios.Add((author, _blocks[i].Text));
                Place(i, "a comment of the draft, for `bio` in people.yml");
            }
        }
    }

    private void TakeBox(int head, int[] rest, string whom, bool isAuthor, string? badge)
    {
        var stray = badge is null ? "" : $"; \u201c{badge}\u201d is a badge that stuck to it";
        Drop(head, isAuthor ? $"the heading of a box about the author{stray}" : $"the heading of a box about the publisher, {whom}, not about the piece{stray}");
        foreach (var i in rest)
        {
            if (Blurb.IsBadge(_blocks[i].Text))
            {
                Drop(i, "a stray badge");
            }
            else if (isAuthor)
            {
                _bios.Add((Blurb.AuthorIn(_blocks[i].Text, _authors.Select(a => a.Name)) ?? (_authors.Count == 1 ? _authors[0].Name : whom), _blocks[i].Text));
                Place(i, "a comment of the draft, for `bio` in people.yml");
            }
            else
            {
                Drop(i, $"about the publisher, {whom}, not about the piece");
            }
        }
    }

    private void TakeRepeats()
    {
        var open = Open.ToArray();
        var keys = open.ToDictionary(i => i, i => TextFold.Key(_blocks[i].Text));
        TakeStandfirst(open, keys);
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var i in open.Where(i => _fates[i] is null && keys[i].Length >= ShortestRepeat && !first.TryAdd(keys[i], i)))
        {
            Drop(i, $"it repeats a paragraph, {Where(first[keys[i]])}");
        }

        foreach (var i in open.Where(i => open.Length <= MostLookedThrough && _fates[i] is null && _blocks[i].Part is Part.Quote or Part.Paragraph && keys[i].Length is >= ShortestPullQuote and <= 320))
        {
            var quote = keys[i].Trim('“', '”', '"', '«', '»', '‘', '’', '.', '…', ' ', '—', '–');
            if (quote.Length >= ShortestPullQuote && open.Any(o => o != i && !_isDropped[o] && keys[o].Length > keys[i].Length + 20 && keys[o].Contains(quote, StringComparison.Ordinal)))
            {
                Drop(i, "a pull quote: the text says the same in its place");
            }
        }
    }

    // The first paragraph printed twice is the standfirst; the page shows it above the text, which need not begin with it.
    private void TakeStandfirst(int[] open, Dictionary<int, string> keys)
    {
        if (open.Length == 0)
        {
            return;
        }

        var first = open.FirstOrDefault(i => _fates[i] is null && _blocks[i].Part is Part.Paragraph or Part.Quote && keys[i].Length >= ShortestRepeat, -1);
        var again = first < 0 ? -1 : open.Where(i => i > first).Take(4).FirstOrDefault(i => keys[i] == keys[first], -1);
        if (again >= 0)
        {
            _summary = _blocks[first].Text;
            Place(first, "`summary`");
            Drop(again, "the standfirst again: the page shows it above the text");
            _remarks.Add($"`summary`: the paragraph that stands twice, {Where(first)} and {Where(again)}.");
        }
        else if (_summary is { } summary && open.Where(i => _fates[i] is null).Take(3).FirstOrDefault(i => IsLine(i) && IsSame(_blocks[i].Text, summary), -1) is var own and >= 0 && open.Count(i => _fates[i] is null) > 2 && own != open.Last(i => _fates[i] is null))
        {
            Place(own, "`summary`, which the page shows above the text");
        }
    }
}
