using PolicyArchive.Findings;
using PolicyArchive.Naming;

namespace PolicyArchive.Briefs;

/// <summary>Checks that what one brief says of another is true: translations, successors, related and chosen pieces.</summary>
internal static class References
{
    public static IEnumerable<Finding> Check(Archive archive, Manuscripts manuscripts)
    {
        var slugs = new SlugIndex(archive, manuscripts);
        foreach (var entry in archive.Entries)
        {
            var brief = entry.Brief;
            var mentions = brief.Supersedes.Select(m => ("supersedes", m))
                .Concat(brief.Related.Select(m => ("related", m)))
                .Concat(brief.TranslationOf is { } original ? [("translation_of", original)] : []);
            foreach (var (key, mention) in mentions)
            {
                if (mention.Text == brief.Slug.Text)
                {
                    yield return Finding.Error("BRIEF102", mention.Place, $"`{key}` names the brief itself", "name another brief, or remove it");
                }
                else if (Unknown(mention, $"`{key}`") is { } finding)
                {
                    yield return finding;
                }
            }

            if (brief.TranslationOf is { } of && Find(archive, of) is { } source && source != entry && source.Language.Equals(entry.Language, StringComparison.OrdinalIgnoreCase))
            {
                yield return Finding.Error("BRIEF104", of.Place, $"a translation of `{source.Brief.Slug}` is in the same language, `{entry.Language}`", "set `language` to that of this text");
            }
        }

        foreach (var mention in manuscripts.Settings.Featured)
        {
            if (Unknown(mention, "`featured`") is { } finding)
            {
                yield return finding;
            }
        }

        Finding? Unknown(Mention mention, string key) => slugs.Find(mention.Text) switch
        {
            SlugTarget.Unpublished => Finding.Warning("BRIEF105", mention.Place, $"{key} names `{mention.Text}`, which is not published yet", "it is left out until it is"),
            null => Finding.Error("BRIEF103", mention.Place, $"{key} names `{mention.Text}`, but no brief has that slug", slugs.Nearest(mention.Text) is { } near ? $"did you mean `{near}`?" : "use the slug, the last part of a brief's address"),
            _ => null,
        };
    }

    /// <summary>The brief that a slug names, or null.</summary>
    public static Entry? Find(Archive archive, Mention mention) =>
        Slug.TryParse(mention.Text, out var slug) ? archive.BySlug.GetValueOrDefault(slug) : null;
}
