using System.Collections.Immutable;
using PolicyArchive.Findings;
using PolicyArchive.Markup;
using PolicyArchive.Naming;

namespace PolicyArchive.Briefs;

/// <summary>A name or address as a writer gave it, with its place: resolved when the archive is gathered.</summary>
public readonly record struct Mention(string Text, Place Place);

/// <summary>One brief as its author wrote it; knows nothing of other briefs.</summary>
public sealed record Brief
{
    /// <summary>The head of its file, where findings about the brief as a whole stand.</summary>
    public required Place Place { get; init; }

    /// <summary>Its file below the input folder, with forward slashes: <c>briefs/2016/x.md</c>.</summary>
    public required string SourcePath { get; init; }

    /// <summary>A hash of all that it was read from: its file, the keys of its folder, the settings.</summary>
    public UInt128 Print { get; init; }

    public required Slug Slug { get; init; }

    /// <summary>An address of its own choosing (<c>DestinationPath</c>), in place of <c>/briefs/SLUG/</c>.</summary>
    public SiteUrl? Destination { get; init; }

    public required string Title { get; init; }

    public required PublicationDate Published { get; init; }

    public PublicationDate.Known? Updated { get; init; }

    public ImmutableArray<AuthorMention> Authors { get; init; } = [];

    public ImmutableArray<Mention> Topics { get; init; } = [];

    public ImmutableArray<Mention> Regions { get; init; } = [];

    /// <summary>Null for a policy brief.</summary>
    public Mention? Kind { get; init; }

    public Mention? Series { get; init; }

    public string? Number { get; init; }

    public string? Summary { get; init; }

    public ImmutableArray<string> KeyPoints { get; init; } = [];

    public bool Draft { get; init; }

    /// <summary>A BCP 47 tag, or null for the site's language.</summary>
    public string? Language { get; init; }

    public Mention? TranslationOf { get; init; }

    public Doi? Doi { get; init; }

    public Isbn? Isbn { get; init; }

    public Licence? Licence { get; init; }

    public Source? Source { get; init; }

    public string? Disclaimer { get; init; }

    /// <summary>Whether feeds carry the whole text; null where the licence decides.</summary>
    public bool? Syndicate { get; init; }

    public ImmutableArray<Correction> Corrections { get; init; } = [];

    public ImmutableArray<Mention> Supersedes { get; init; } = [];

    public ImmutableArray<Mention> Related { get; init; } = [];

    public ImmutableArray<Attachment> Attachments { get; init; } = [];

    public Picture? Image { get; init; }

    public ImmutableArray<Mention> RedirectFrom { get; init; } = [];

    /// <summary>What the brief was imported from, or null.</summary>
    public Provenance? Provenance { get; init; }

    public required Article Body { get; init; }

    /// <summary>The last day on which the piece changed: its update, last correction or publication.</summary>
    public PublicationDate.Known? LastChanged
    {
        get
        {
            var last = Updated ?? Published.AsKnown;
            foreach (var correction in Corrections)
            {
                last = last is null || correction.Date.Instant > last.Instant ? correction.Date : last;
            }

            return last;
        }
    }
}

/// <param name="Name">A name, or an id of people.yml.</param>
public sealed record AuthorMention(
    string Name, Place Place, string? Affiliation = null, Orcid? Orcid = null, WebUrl? Url = null, bool IsOrganization = false);

/// <param name="Title">The original's title where it differs.</param>
/// <param name="Permission">The words under which it is republished.</param>
public sealed record Source(string? Name, WebUrl? Url, string? Title, string Permission);

public sealed record Correction(PublicationDate.Known Date, string Text);

/// <param name="File">As written: beside the brief, or below the input folder.</param>
public sealed record Attachment(Mention File, string Title);

public sealed record Picture(Mention File, string Alt, string? Credit);

/// <summary>Where an imported brief came from.</summary>
/// <param name="File">The name of the source, and of one among many in it <c>#</c> and its number.</param>
/// <param name="Sha256">Of the source, in hexadecimal digits; empty where it is not given.</param>
/// <param name="Imported">The day, or null where it is not given.</param>
public sealed record Provenance(string File, string Sha256, DateOnly? Imported);
