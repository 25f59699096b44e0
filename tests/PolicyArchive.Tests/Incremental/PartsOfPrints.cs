using PolicyArchive.Briefs;
using PolicyArchive.Pages;

namespace PolicyArchive.Tests.Incremental;

/// <summary>What a page is made from must be in its print. A member that is added here has to be added to <see cref="PagePrints"/> first, or be one that follows from others.</summary>
public sealed class PartsOfPrints
{
    [Theory]
    [InlineData(typeof(Page), "Breadcrumbs Card Description Feeds Record Title Url")]
    [InlineData(typeof(BriefPage), "Attachments Canonical Contents Disclaimer Entry Image Licence Links NextInSeries Original PreviousInSeries ReadingMinutes Related SupersededBy Supersedes Translations")]
    [InlineData(typeof(ListPage), "Columns Entries List Next Number PageCount Previous Total")]
    [InlineData(typeof(TermPage), "Shelf Timeline")]
    [InlineData(typeof(AuthorPage), "Person")]
    [InlineData(typeof(YearPage), "Year")]
    [InlineData(typeof(BriefListPage), "")]
    [InlineData(typeof(Entry), "Authors Brief Day IsUnpublished Kind Language Record Regions Series Topics Url")]
    [InlineData(typeof(Term), "Aliases Description Id KindName Name Parent Place RedirectFrom Repec Slug Taxonomy Url")]
    [InlineData(typeof(Person), "Affiliation Bio Id IsOrganization Name Orcid Page Place RedirectFrom Slug Url")]
    [InlineData(typeof(Shelf), "Children Entries Parent Related Term")]
    [InlineData(typeof(CardPicture), "Alt Height Url Version Width")]
    [InlineData(typeof(AttachmentFile), "Bytes FileName Source Title Url")]
    [InlineData(typeof(PictureFile), "Alt Credit Height IsShownElsewhere Url Width")]
    [InlineData(typeof(FeedLinks), "Atom Json List Rss Title")]
    [InlineData(typeof(BriefList), "Description Entries Title Url")]
    [InlineData(typeof(LinkTarget.Picture), "Height Url Width")]
    [InlineData(typeof(LinkTarget.Internal), "Tail Url")]
    public void Are_those_that_were_thought_of(Type type, string members) =>
        Assert.Equal(members, string.Join(' ', type.GetProperties().Where(p => p.DeclaringType == type && p.Name != "EqualityContract" && !p.GetMethod!.IsStatic).Select(p => p.Name).Order(StringComparer.Ordinal)));
}
