namespace PolicyArchive.Tests.Importing;

/// <summary>How publishers say what they do not answer for, and where a piece first appeared.</summary>
public sealed class WordsOfPublishers
{
    private const string First = "A sentence that is long enough to be a paragraph of the text, and that ends where it should end, which is here. It is followed by one more.";
    private const string Second = "Another paragraph of the text says something else at some length, so that the text has a middle and an end and is not taken for a box.";

    private static Desk After(string head, string foot) => Desk.After("x.txt", $"Signs of the road\n\n{head}\n\n{First}\n\n{Second}\n\n{foot}\n");

    [Theory]
    [InlineData("Nothing on this page is investment, legal or tax advice.")]
    [InlineData("The views expressed here are those of the author and do not reflect the position of the Institute.")]
    [InlineData("The Institute accepts no liability for any use of this text.")]
    [InlineData("Les opinions exprimées ne reflètent pas nécessairement celles de l’institut.")]
    [InlineData("Die Inhalte dieser Seite stellen keine Anlageberatung dar.")]
    [InlineData("Las opiniones expresadas son exclusivas de la autora.")]
    [InlineData("Le opinioni non riflettono necessariamente quelle dell’istituto.")]
    [InlineData("As opiniões não representam necessariamente as do instituto.")]
    [InlineData("本文仅代表作者个人观点，与本机构无关。")]
    public void A_disclaimer_is_known_at_the_head_and_at_the_end(string words)
    {
        foreach (var (head, foot) in ((string, string)[])[(words, "So it ends."), ("It begins.", words)])
        {
            using var desk = After(head, foot);
            Assert.Contains($"\ndisclaimer: {words}\n", desk.Draft.Replace("\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.DoesNotContain(words, desk.Body, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Our experts expressed their views on advice at the meeting, and they did so necessarily in haste.")]
    [InlineData("He was responsible for the content of the sign.")]
    public void What_only_sounds_like_one_stays_in_the_text(string words)
    {
        using var desk = After(words, "So it ends.");
        Assert.Contains(words, desk.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("disclaimer:", desk.Draft, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Signs and sense is republished with permission from The Signpost", "The Signpost", "Signs and sense")]
    [InlineData("‘Signs and sense’ was reprinted with the kind permission of Signpost Quarterly.", "Signpost Quarterly", "Signs and sense")]
    [InlineData("Republished with permission from Signpost Quarterly on 3 May 2016.", "Signpost Quarterly", null)]
    [InlineData("This article is republished here by courtesy of Signpost Quarterly.", "Signpost Quarterly", null)]
    [InlineData("This article was first published in Signpost Quarterly and is republished under a Creative Commons licence.", "Signpost Quarterly", null)]
    [InlineData("Nachdruck mit freundlicher Genehmigung der Wegweiser", "Wegweiser", null)]
    [InlineData("Cet article est reproduit avec l’aimable autorisation de La Borne.", "La Borne", null)]
    [InlineData("Señales y sentido se reproduce con permiso de El Mojón", "El Mojón", "Señales y sentido")]
    [InlineData("Ripubblicato per gentile concessione di Il Cippo", "Il Cippo", null)]
    public void A_notice_gives_the_source_the_other_title_and_the_words_of_the_permission(string notice, string name, string? title)
    {
        foreach (var (head, foot) in ((string, string)[])[(notice, "So it ends."), ("It begins.", notice)])
        {
            using var desk = After(head, foot);
            var draft = desk.Draft.Replace("\"", "", StringComparison.Ordinal);
            var source = draft[draft.IndexOf("\nsource:\n", StringComparison.Ordinal)..draft.IndexOf("\ndraft:", StringComparison.Ordinal)];
            var known = name.StartsWith("The ", StringComparison.Ordinal) ? name[4..] : name;
            Assert.Contains(source, (string[])[.. ((string[])[known, name]).Select(n => $"\nsource:\n  name: {n}\n{(title is null ? "" : $"  title: {title}\n")}  permission: {notice}")], StringComparer.Ordinal);
            Assert.DoesNotContain(desk.BuildFindings(), f => f.Severity == PolicyArchive.Findings.Severity.Error);
        }
    }

    [Theory]
    [InlineData("Share", "So it ends.")]
    [InlineData("Facebook Twitter LinkedIn", "Read more")]
    [InlineData("Partager sur", "Haut de page")]
    [InlineData("We use cookies to give you the best experience. Accept all?", "Subscribe to our newsletter for a weekly digest.")]
    [InlineData("4 min read", "© 2019 The Signpost")]
    [InlineData("Partager sur LinkedIn", "Suivez-nous sur Mastodon")]
    [InlineData("En poursuivant, vous acceptez nos cookies.", "Copier le lien")]
    [InlineData("Auf Facebook teilen", "Nur notwendige Cookies")]
    [InlineData("Unsere Partner und wir setzen Cookies ein. Einverstanden?", "Artikel anhören")]
    [InlineData("Compartir en WhatsApp", "Síguenos en Instagram")]
    [InlineData("Esta web utiliza cookies propias y de terceros.", "Leer más tarde")]
    public void Words_of_the_page_are_dropped_with_the_reason(string head, string foot)
    {
        using var desk = After(head, foot);
        Assert.DoesNotContain(head, desk.Draft, StringComparison.Ordinal);
        Assert.Contains($": {head}", desk.Report, StringComparison.Ordinal);
        Assert.Contains("**dropped**, ", desk.Report, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Also published as: The Signpost, no. 4", "The Signpost")]
    [InlineData("A shorter version of this article was published in Signpost Quarterly.", "Signpost Quarterly")]
    [InlineData("This brief is also available at Signpost Online", "Signpost Online")]
    [InlineData("Une première version de cet article a été publiée dans La Borne.", "La Borne")]
    [InlineData("Également paru dans La Borne", "La Borne")]
    [InlineData("Auch erschienen in: Wegweiser", "Wegweiser")]
    [InlineData("Eine frühere Fassung dieses Beitrags erschien in Wegweiser", "Wegweiser")]
    [InlineData("También publicado en El Mojón", "El Mojón")]
    [InlineData("Una versión de este artículo apareció en El Mojón.", "El Mojón")]
    public void A_notice_without_leave_is_a_comment_and_is_said(string notice, string name)
    {
        using var desk = After("It begins.", notice);
        Assert.Contains($"\n#   name: {name}\n", desk.Draft.Replace("\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain(notice, desk.Body, StringComparison.Ordinal);
        Assert.Contains("IMPORT011", desk.Codes);
    }

    [Theory]
    [InlineData("By Ann Lee", "[Ann Lee]")]
    [InlineData("By Ann Lee and Bo van der Berg", "[Ann Lee, Bo van der Berg]")]
    [InlineData("By Ann Lee, Bo Chen, and Cy O’Hara", "[Ann Lee, Bo Chen, Cy O’Hara]")]
    [InlineData("By Ann Lee, University of Westmere", "[{name: Ann Lee, affiliation: University of Westmere}]")]
    [InlineData("Author: Dr. Ann Lee | 3 May 2016", "[Dr. Ann Lee]")]
    [InlineData("Par Maëlle d’Aubigné", "[Maëlle d’Aubigné]")]
    [InlineData("Por Inés de la Cruz y Tomás Rey", "[Inés de la Cruz, Tomás Rey]")]
    public void A_byline_names_people(string byline, string authors)
    {
        using var desk = After(byline, "So it ends.");
        Assert.Contains($"\nauthors: {authors}\n", desk.Draft, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("By the river stood a sign")]
    [InlineData("By Monday all of the signs had gone")]
    [InlineData("Von hier aus sieht man das Schild")]
    [InlineData("Per capita costs rose")]
    public void A_line_that_only_begins_like_a_byline_stays_in_the_text(string line)
    {
        using var desk = After(line, "So it ends.");
        Assert.DoesNotContain("authors:", desk.Draft, StringComparison.Ordinal);
        Assert.Contains(line, desk.Body, StringComparison.Ordinal);
    }
}
