using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using PolicyArchive.Briefs;
using PolicyArchive.Findings;
using PolicyArchive.Keeping;
using PolicyArchive.Naming;
using PolicyArchive.Pages;
using PolicyArchive.Sharing.Type;

namespace PolicyArchive.Sharing;

/// <summary>
/// The picture of each page where it is shared. A brief has its own: what stands beside it as <c>card.png</c>, or one that is
/// drawn. Everything else has the site's.
/// </summary>
public sealed class SiteCards
{
    /// <summary>Larger archives say whether they want a card for each brief: hosts count files, and a first build takes longer.</summary>
    public const int MostUnasked = 500;

    // The length of a version: enough to differ.
    private const int VersionLength = 10;

    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(60);

    private readonly SitePlan _plan;
    private readonly CardDesign? _design;
    private readonly KeptFiles? _kept;
    private readonly FrozenDictionary<string, CopiedFile> _own;
    private readonly FrozenDictionary<Slug, (CardText Text, CardPicture Picture)> _drawn;
    private readonly (CardText Text, CardPicture Picture)? _site;
    private bool _hasNew;

    private SiteCards(SitePlan plan, CardDesign? design, KeptFiles? kept, Place settings, List<Finding> findings)
    {
        (_plan, _design, _kept) = (plan, design, kept);

        // By the names that file systems tell apart.
        _own = plan.Files.Where(file => file.Url.Path.EndsWith(CardPicture.FileName, StringComparison.OrdinalIgnoreCase)).ToFrozenDictionary(file => TextFold.FileKey(file.Url.OutputPath), StringComparer.Ordinal);
        var drawn = new Dictionary<Slug, (CardText, CardPicture)>();
        if (design is not null)
        {
            _site = OwnAt(SiteUrl.Home) is null ? Planned(SiteUrl.Home, CardTexts.OfSite(plan.Settings), settings, findings) : null;
            if (plan.Settings.HasCards ?? plan.BriefPages.Count <= MostUnasked)
            {
                foreach (var page in plan.BriefPages.Values.Where(page => page.Image is not { IsShownElsewhere: true } && OwnAt(page.Url) is null).OrderBy(page => page.Url))
                {
                    if (Planned(page.Url, CardTexts.OfBrief(page.Entry, plan.Settings), page.Entry.Brief.Place, findings) is { } planned)
                    {
                        drawn.Add(page.Entry.Brief.Slug, planned);
                    }
                }
            }
            else if (plan.Settings.HasCards is null)
            {
                findings.Add(Finding.Note("THEME032", settings, $"an archive of more than {MostUnasked} briefs: all are shared with the site's card", "write `cards: true` to draw one for each, or `cards: false`"));
            }
        }

        _drawn = drawn.ToFrozenDictionary();
        Findings = [.. findings];
    }

    /// <summary>What is not drawn, and why: no more than notes.</summary>
    public ImmutableArray<Finding> Findings { get; }

    /// <param name="design">Null where nothing can be drawn.</param>
    /// <param name="kept">Cards of earlier builds, or null.</param>
    /// <param name="settings">Where the settings stand.</param>
    /// <param name="trouble">Why nothing can be drawn on this machine, or null.</param>
    public static SiteCards Of(SitePlan plan, CardDesign? design, KeptFiles? kept, Place settings, string? trouble = null) => new(plan, design, kept, settings, trouble is null
        ? []
        : [Finding.Note("THEME030", settings, $"no cards are drawn, since HarfBuzz does not run on this machine: {trouble}", "the site is whole without them; put a `card.png` beside what is to have one")]);

    /// <summary>The page with its card.</summary>
    public Page For(Page page) => page with { Card = Of(page) };

    /// <summary>Every card that is drawn; in any order and in parallel.</summary>
    public IEnumerable<PlannedFile> Files()
    {
        foreach (var (text, picture) in _site is { } site ? _drawn.Values.Append(site).OrderBy(card => card.Picture.Url) : _drawn.Values.OrderBy(card => card.Picture.Url))
        {
            yield return new PlannedFile(picture.Url, () => [Bytes(text)]);
        }
    }

    /// <summary>Deletes cards that no build has asked for in a long time.</summary>
    public void Prune()
    {
        const long Most = 1L << 30;
        if (_hasNew)
        {
            _kept?.Prune(KeptFor, Most);
        }
    }

    private CardPicture? Of(Page page) => page switch
    {
        // A page that is newer than the plan, as a preview has, may have another title: its card is known by the old one's address.
        BriefPage brief => OwnAt(page.Url) ?? (_drawn.TryGetValue(brief.Entry.Brief.Slug, out var card) ? card.Picture : OfSite()),
        _ => OfSite(),
    };

    private CardPicture? OfSite() => OwnAt(SiteUrl.Home) ?? _site?.Picture;

    private CardPicture? OwnAt(SiteUrl page) => _own.Count > 0 && _own.TryGetValue(TextFold.FileKey(page.File(CardPicture.FileName).OutputPath), out var file)
        ? new CardPicture(file.Url, "", "", file.Source.Width, file.Source.Height)
        : null;

    private (CardText Text, CardPicture Picture)? Planned(SiteUrl page, CardText text, Place place, List<Finding> findings)
    {
        var (inLarge, inSmall) = ((Func<string, string>)_design!.Large.WithoutUnknownSymbols, (Func<string, string>)_design.Small.WithoutUnknownSymbols);
        text = text with { Title = inLarge(text.Title), Name = inLarge(text.Name), Label = inSmall(text.Label), Summary = inSmall(text.Summary), Foot = [.. text.Foot.Select(inSmall)] };
        var (large, small) = text.Prints;
        if (large.Select(_design.Large.FirstMissing).Concat(small.Select(_design.Small.FirstMissing)).FirstOrDefault(missing => missing is not null) is { } sign)
        {
            findings.Add(Finding.Note("THEME031", place, $"no card is drawn: no font of the theme has \u201c{sign}\u201d (U+{sign.Value:X4})", "put a font that has it into the theme's folder `cards`"));
            return null;
        }

        return (text, new CardPicture(page.File(CardPicture.FileName), KeyOf(text)[..VersionLength], $"{text.Name}: {text.Title}", Drawing.Card.Width, Drawing.Card.Height));
    }

    private byte[] Bytes(CardText text)
    {
        var key = KeyOf(text);
        if (_kept?.Find(key) is { } found)
        {
            return found;
        }

        var bytes = _design!.Card.Draw(text);
        _kept?.Keep(key, bytes);
        _hasNew = true;
        return bytes;
    }

    private string KeyOf(CardText text)
    {
        using var key = new KeptKey();
        key.With(_design!.Key).With(text.Language).With(text.IsRightToLeft ? "rtl" : "ltr");
        var (large, small) = text.Prints;
        foreach (var part in large.Concat(small))
        {
            key.With(part);
        }

        return key.Text();
    }
}
