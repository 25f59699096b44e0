using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PolicyArchive.Naming;

namespace PolicyArchive.Importing.Arranging;

/// <summary>What a line under a headline says: who wrote the piece, and when it appeared.</summary>
/// <param name="Dates">As written, not yet judged.</param>
internal sealed partial record Byline(ImmutableArray<string> Authors, string? Affiliation, ImmutableArray<string> Dates, bool IsUpdate)
{
    private const int Longest = 200;

    [GeneratedRegex(@"^(?:by|written by|authors?:|author\(s\):|par|von|por|di|door|texte:|autor(?:es|en|in)?:|auteure?s?:|autori?:|作者[:：])\s*:?\s*(?<names>\p{Lu}.*|\p{Lo}.*)$", RegexOptions.IgnoreCase)]
    private static partial Regex By { get; }

    [GeneratedRegex(@"^(?<label>(?:first |originally )?(?:published|posted|date|issued|released|publié(?:e)? le|paru le|date de publication|veröffentlicht(?: am)?|erschienen(?: am)?|datum|stand|publicado(?: el)?|fecha|pubblicato(?: il)?|data|gepubliceerd(?: op)?|发布日期|公開日)|(?<update>(?:last )?(?:updated|modified|revised)|mis à jour(?: le)?|aktualisiert(?: am)?|actualizado(?: el)?|aggiornato(?: il)?))(?:\s+(?:on|in))?\s*[:：]?\s*(?<date>\S.*)$", RegexOptions.IgnoreCase)]
    private static partial Regex Labelled { get; }

    [GeneratedRegex(@"\s+(?:and|&|et|und|y|e|en|with)\s+|\s*;\s*|、")]
    private static partial Regex Between { get; }

    [GeneratedRegex(@"^(?:(?:Dr|Prof|Sir|Dame|Lord|Lady|Mr|Mrs|Ms|Mx)\.?\s+)*\p{Lu}[\p{L}.’'-]*(?:\s+(?:(?:de|la|le|van|von|der|den|di|da|dos|du|bin|al|el|ten|ter|af|y)\s+)*(?:\p{Lu}|[dDlL]’)[\p{L}.’'-]*){1,4}$|^[\p{Lo}・·]{2,12}$")]
    private static partial Regex Name { get; }

    [GeneratedRegex(@"\b(?:University|Institut\w*|Forum|Cent(?:re|er)|Ministr\w+|College|School|Council|Bank|Department|Foundation|Agency|Organi[sz]ation|Commission|Universit\w+|Universidad|Hochschule|Fundación|Academy|Society|Association|Fellow|Professor|Director|Editor|Ltd|LLP|Inc|Programme|Program|Unit|Office|Laborator\w+|Group|Network|Press|News|Review|Times)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Body { get; }

    [GeneratedRegex(@"\s*[|·•—–\n]\s*|\s-\s")]
    private static partial Regex Segments { get; }

    /// <summary>Null when any part of the line is something else: then it belongs to the text.</summary>
    public static Byline? Of(string text)
    {
        if (text.Length is 0 or > Longest)
        {
            return null;
        }

        var (authors, dates, affiliation, isUpdate) = (new List<string>(), new List<string>(), (string?)null, false);
        foreach (var segment in Segments.Split(text).Where(s => s.Length > 0))
        {
            if (Labelled.Match(segment) is { Success: true } labelled && (WrittenDates.In(labelled.Groups["date"].Value).Any() || WrittenDates.Judge(labelled.Groups["date"].Value).Iso is not null))
            {
                dates.Add(labelled.Groups["date"].Value);
                isUpdate |= labelled.Groups["update"].Success;
            }
            else if (IsDateAlone(segment))
            {
                dates.Add(segment);
            }
            else if (By.Match(segment) is { Success: true } by && Names(by.Groups["names"].Value) is var (names, of) && names.Count > 0)
            {
                authors.AddRange(names);
                affiliation ??= of;
            }
            else
            {
                return null;
            }
        }

        return authors.Count + dates.Count == 0 ? null : new Byline([.. authors], affiliation, [.. dates], isUpdate);
    }

    /// <summary>The names in a list of them; none where any of it is no person's name.</summary>
    public static (List<string> Names, string? Affiliation) Names(string text)
    {
        var names = new List<string>();
        string? affiliation = null;
        foreach (var part in Between.Split(TextFold.CollapseSpaces(text).TrimEnd('.', ',')).SelectMany(p => p.Split([", ", "，"], StringSplitOptions.RemoveEmptyEntries)).Select(p => p.Trim().TrimEnd(',')).Where(p => p.Length > 0))
        {
            if (names.Count > 0 && Body.IsMatch(part))
            {
                affiliation = affiliation is null ? part : $"{affiliation}, {part}";
            }
            else if (Name.IsMatch(part) && !Body.IsMatch(part))
            {
                names.Add(part);
            }
            else
            {
                return ([], null);
            }
        }

        // One place of work beside several names may be that of one of them.
        return (names, names.Count == 1 ? affiliation : null);
    }

    private static bool IsDateAlone(string text) =>
        WrittenDates.In(text).ToList() is [var date] && text.Length - date.Length is var rest and <= 24 && !text[..date.Index].Any(char.IsDigit)
        && (rest <= 2 || Weekday.IsMatch((text[..date.Index] + text[(date.Index + date.Length)..]).Trim(' ', ',', '.')));

    [GeneratedRegex(@"^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lunes|martes|miércoles|jueves|viernes|sábado|domingo|le|am|den|el|on)?(?:,?\s*(?:at\s*)?[0-9]{1,2}[:.][0-9]{2}(?:\s*(?:am|pm|uhr|h))?)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Weekday { get; }
}
