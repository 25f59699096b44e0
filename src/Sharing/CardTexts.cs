using PolicyArchive.Briefs;
using PolicyArchive.Sharing.Type;
using PolicyArchive.Wording;

namespace PolicyArchive.Sharing;

/// <summary>What a card says of a brief and of the site. No word of ours, so that it is right in every language.</summary>
internal static class CardTexts
{
    public static CardText OfBrief(Entry entry, Settings settings) => new()
    {
        Title = TypeCase.Settable(entry.Brief.Title),
        Name = Name(settings),
        Label = TypeCase.Settable(entry.Topics.FirstOrDefault()?.Name ?? entry.Kind.Name),
        Foot = [.. entry.Authors.Select(author => TypeCase.Settable(author.Name))],
        Language = entry.Language,
        IsRightToLeft = Direction.IsRightToLeft(entry.Language),
    };

    public static CardText OfSite(Settings settings)
    {
        var title = TypeCase.Settable(settings.Title);
        return new CardText
        {
            Title = title,
            Name = Name(settings) is var name && name == title ? "" : name,
            Summary = TypeCase.Settable(settings.Description),
            Foot = settings.BaseUrl == BaseUrl.Unknown ? [] : [new Uri(settings.BaseUrl.Origin).IdnHost],
            Language = settings.Language,
            IsRightToLeft = Direction.IsRightToLeft(settings.Language),
        };
    }

    private static string Name(Settings settings) => TypeCase.Settable(settings.Publisher.Name.Length > 0 ? settings.Publisher.Name : settings.Title);
}
