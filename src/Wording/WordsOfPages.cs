namespace PolicyArchive.Wording;

/// <summary>The words that pages and feeds are made with, apart from templates.</summary>
public sealed partial class Words
{
    public string UntitledArchive => this["untitled_archive"];

    public string Home => this["home"];

    public string About => this["about"];

    public string Briefs => this["briefs"];

    public string AllBriefs => this["all_briefs"];

    public string Topics => this["topics"];

    public string Regions => this["regions"];

    public string Series => this["series"];

    public string Kinds => this["kinds"];

    public string Authors => this["authors"];

    public string Years => this["years"];

    public string Search => this["search"];

    public string NotFound => this["not_found"];

    public string Moved => this["moved"];

    public string Retired => this["retired"];

    public string DateUnknown => this["date_unknown"];

    public string KeyPoints => this["key_points"];

    public string Corrections => this["corrections"];

    public string NotesLabel => this["notes_label"];

    public Phrase CorrectionOfDay => _phrases["correction_of_day"];

    public Phrase FeedRepublished => _phrases["feed_republished"];

    public Phrase FeedRepublishedBy => _phrases["feed_republished_by"];

    public Phrase FeedSupersededBy => _phrases["feed_superseded_by"];

    public Phrase FeedWholeText => _phrases["feed_whole_text"];

    public Phrase FeedLicence => _phrases["feed_licence"];

    public string SearchOf(string site) => _phrases["search_site"].Fill(("site", site));

    /// <summary>Of the second and later pages of a list.</summary>
    public string TitleWithPage(string title, int page) => _phrases["title_with_page"].Fill(("title", title), ("page", Numerals.Plain(page)));

    public string NoteLabel(string number) => _phrases["note_label"].Fill(("number", number));

    public string BackToTextLabel(string note) => _phrases["back_to_text_label"].Fill(("number", note));

    /// <summary>Of a note that is referred to more than once.</summary>
    public string BackToTextLabel(string note, string reference) => _phrases["back_to_text_again_label"].Fill(("number", note), ("reference", reference));

    public string SectionLinkLabel(string heading) => _phrases["section_link_label"].Fill(("heading", heading));

    /// <param name="number">Its place among the tables of the text.</param>
    public string TableLabel(int number) => number == 1 ? this["table_label"] : _phrases["table_number_label"].Fill(("number", Numerals.Plain(number)));

    /// <summary>What a kind of piece is called that every archive knows.</summary>
    /// <param name="slug">Of its English name: <c>working-paper</c>.</param>
    public string KindOf(string slug) => this["kind_" + slug.Replace('-', '_')];
}
