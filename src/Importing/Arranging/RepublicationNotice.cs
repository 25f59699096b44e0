using System.Text.RegularExpressions;
using PolicyArchive.Briefs;
using PolicyArchive.Importing.Blocks;
using PolicyArchive.Naming;

namespace PolicyArchive.Importing.Arranging;

/// <summary>What a notice says of where a piece first appeared.</summary>
/// <param name="Title">The original's title, where the notice gives one.</param>
/// <param name="Permission">The notice's own words, where they say that the piece may be republished; else null.</param>
internal sealed partial record RepublicationNotice(string? Name, string? Url, string? Title, string? Permission)
{
    private const int Longest = 700;
    private const int LongestName = 120;

    private const string Again = @"(?:re-?published|reprinted|reproduced|reposted|cross-?posted|syndicated)";

    [GeneratedRegex(@"^(?:(?<title>.{2,200}?)[,.]?\s+(?:is|was|has been|are|appears)\s+(?:here\s+)?)?" + Again + @"\b(?:\s+here)?[^.]{0,60}?\b(?:with|by|under|through)\s+(?:the\s+)?(?:kind\s+|express\s+)?(?:permission|courtesy|consent|agreement|arrangement)(?:\s+(?:from|of|with))\s+(?<name>[^\n]+)$", RegexOptions.IgnoreCase)]
    private static partial Regex WithPermission { get; }

    [GeneratedRegex(@"^(?:(?<title>.{2,200}?)[,.]?\s+)?(?:(?:is|was|has been|were)\s+)?(?:(?:originally|first)\s+(?:published|appeared|posted|printed|issued)|(?:published|appeared)\s+(?:originally|first))\s+(?:[a-z ]{0,30}?)(?:in|by|on|at|with|as part of)\s+(?<name>[^\n]+)$|^(?:this|the)\s+(?:article|piece|essay|post|commentary|op-?ed|brief|paper|text)\s+(?:is\s+)?(?:" + Again + @")\s+(?:from|by)\s+(?<name>[^\n]+)$|^(?:republished|reprinted|reproduced|cross-?posted)\s+from\s+(?<name>[^\n]+)$", RegexOptions.IgnoreCase)]
    private static partial Regex First { get; }

    [GeneratedRegex(@"^(?:(?<title>.{2,200}?)\s+(?:est|a été|ist|wurde|wird|se|ha sido|fue|è|è stato|é|foi|is|werd)\s+)?(?:republié|reproduit|publié|repris)e?s?\s+(?:ici\s+)?avec\s+l[’'](?:aimable\s+)?(?:autorisation|accord)\s+(?-i:de la|de l[’']|de|du|des|d[’'])\s*(?<name>[^\n]+)$|^(?:(?<title>.{2,200}?)\s+(?:erscheint|wird|wurde|ist)\s+(?:hier\s+)?)?(?:nachgedruckt\s+|nachdruck\s+|veröffentlicht\s+|wiedergegeben\s+|abdruck\s+)?mit\s+(?:freundlicher\s+)?(?:genehmigung|erlaubnis)\s+(?-i:von|des|der|durch)\s+(?<name>[^\n]+?)(?:\s+(?:nachgedruckt|veröffentlicht|wiedergegeben|abgedruckt|wiederveröffentlicht))?\.?$|^(?:(?<title>.{2,200}?)\s+(?:se|ha sido|fue|es)\s+)?(?:republicado|reproducido|republica|reproduce|publicado|republicada|reproducida)\s+(?:aquí\s+)?con\s+(?:el\s+|la\s+)?(?:permiso|autorización)\s+(?-i:de la|de los|del|de)\s+(?<name>[^\n]+)$|^(?:(?<title>.{2,200}?)\s+(?:è|è stato|viene)\s+)?(?:ripubblicat[oa]|riprodott[oa]|pubblicat[oa])\s+(?:qui\s+)?(?:con\s+(?:il\s+)?(?:permesso|l[’']autorizzazione)\s+(?-i:di|del|della|dell[’'])|per\s+gentile\s+concessione\s+(?-i:di|del|della|dell[’']))\s*(?<name>[^\n]+)$|^(?:(?<title>.{2,200}?)\s+(?:é|foi)\s+)?(?:republicad[oa]|reproduzid[oa])\s+com\s+(?:a\s+)?(?:permissão|autorização)\s+(?-i:de|do|da)\s+(?<name>[^\n]+)$|^(?:(?<title>.{2,200}?)\s+(?:is|werd|wordt)\s+)?(?:overgenomen|herdrukt|gepubliceerd)\s+met\s+toestemming\s+van\s+(?:de\s+|het\s+)?(?<name>[^\n]+)$|^(?:(?<title>.{2,200}?)\s+)?(?:(?:ha sido|fue|a été|est|è stato|foi|is|wurde|ist|se)\s+)?(?:(?:publicad[oa]|aparecid[oa]|publicó)\s+(?:originalmente|originariamente|por primera vez)|apareció\s+(?:originalmente|por primera vez)|(?:initialement|d[’]abord)\s+(?:publié|paru)e?|(?:publié|paru)e?\s+(?:initialement|d[’]abord)|pubblicat[oa]\s+(?:originariamente|originalmente|per la prima volta)|erschien\s+zuerst|zuerst\s+(?:erschienen|veröffentlicht)|(?:eerder|eerst)\s+(?:verschenen|gepubliceerd))\s+(?:en el|en la|en|por|dans le|dans la|dans|par|sur|su|in der|in|bei|auf|im|em|no|na|op)\s+(?<name>[^
]+)$|^(?:本文)?经(?<name>.{2,60}?)(?:许可|授权|同意)(?:后)?转载", RegexOptions.IgnoreCase)]
    private static partial Regex OtherLanguages { get; }

    // Elsewhere too, or in another form.
    [GeneratedRegex(@"^(?:(?:this|the)\s+(?:article|piece|essay|post|commentary|op-?ed|brief|paper|text)\s+)?(?:is\s+|was\s+|has\s+been\s+)?also\s+(?:published|available|posted|appeared|appears|printed)\s*(?:as|in|at|on|by|under)?\s*:?\s+(?<name>[^\n]+)$|^(?:an?|an earlier|another|one)\s+(?:[a-z]+\s+)?version\s+of\s+this\s+(?:article|piece|essay|post|commentary|op-?ed|brief|paper|text)\s+(?:was\s+|has\s+been\s+|also\s+|first\s+|originally\s+|previously\s+)*(?:published|appeared|appears|posted|printed)\s+(?:in|at|on|by|with)\s+(?<name>[^\n]+)$|^(?:(?:cet|le)\s+(?:article|texte)\s+(?:est|a été)\s+)?(?:également|aussi)\s+(?:publié|paru)e?\s+(?:dans|sur|par|chez|sous le titre)\s*:?\s+(?<name>[^\n]+)$|^une\s+(?:première\s+|autre\s+)?version\s+(?:\w+\s+)?de\s+cet?\s+(?:article|texte)\s+(?:a été|est)\s+(?:initialement\s+|d[’']abord\s+)?(?:publiée|parue)\s+(?:initialement\s+)?(?:dans|sur|par|chez)\s+(?<name>[^\n]+)$|^(?:(?:dieser|der)\s+(?:artikel|beitrag|text)\s+(?:ist|wurde)\s+)?(?:auch|ebenfalls)\s+(?:erschienen|veröffentlicht)\s+(?:in|bei|als|auf|unter)\s*:?\s+(?<name>[^\n]+)$|^eine\s+(?:\w+\s+)?(?:version|fassung)\s+dieses\s+(?:artikels|beitrags|textes)\s+(?:ist\s+|wurde\s+|erschien\s+)(?:zuerst\s+|bereits\s+)?(?:in|bei|auf|im)\s+(?<name>[^\n]+?)(?:\s+(?:erschienen|veröffentlicht))?\.?$|^(?:(?:este|el)\s+(?:artículo|texto)\s+(?:se ha|ha sido|fue|está)\s+)?(?:también\s+publicad[oa]|publicad[oa]\s+también|también\s+disponible)\s+(?:en|por|como)\s*:?\s+(?<name>[^\n]+)$|^una\s+(?:primera\s+)?versión\s+(?:\w+\s+)?de\s+este\s+(?:artículo|texto)\s+(?:se publicó|apareció|fue publicada|ha sido publicada)\s+(?:originalmente\s+|por primera vez\s+)?en\s+(?<name>[^\n]+)$", RegexOptions.IgnoreCase)]
    private static partial Regex Also { get; }

    [GeneratedRegex(@"\b(?:permission|consent|courtesy|licen[cs]ed?|creative commons|CC BY[\w-]*|by arrangement|agreement)\b|autorisation|accord|genehmigung|erlaubnis|permiso|autorización|permesso|concessione|autorizzazione|permissão|autorização|toestemming|许可|授权", RegexOptions.IgnoreCase)]
    private static partial Regex Leave { get; }

    [GeneratedRegex(@"^(?:this|the|it|an?|ce|cet|cette|dieser?|dieses|este|esta|questo|esto|deze|dit|an earlier)\b(?:\s+\w+){0,4}$", RegexOptions.IgnoreCase)]
    private static partial Regex NoTitle { get; }

    // A name ends where the sentence goes on.
    [GeneratedRegex(@"\s*(?:\(|https?://|www\.|[,;]|\.\s|\.$|:\s|\s[–—-]\s|\s(?:on|in|under|where|and is|and was|as part|with|as)\s+(?=[\p{Ll}0-9]|[A-Z][a-z]+ [0-9]|a\s|the\s|Creative)|\s(?:on|in|le|am|el|il|em|op)\s+[0-9]|\son (?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)).*$", RegexOptions.Singleline)]
    private static partial Regex AfterName { get; }

    [GeneratedRegex(@"https?://[^\s<>()]+[^\s<>().,;:!?'""”’]")]
    private static partial Regex WebAddress { get; }

    public static RepublicationNotice? Of(Block block)
    {
        var text = block.Text;
        if (text.Length > Longest)
        {
            return null;
        }

        foreach (var pattern in (Regex[])[WithPermission, OtherLanguages, First, Also])
        {
            if (pattern.Match(text) is { Success: true } match)
            {

                // The address of the piece rather than that of the journal.
                var name = NameIn(match.Groups["name"].Value);
                var url = Links(block.Part).Concat(WebAddress.Matches(text).Select(m => m.Value)).Where(u => WebUrl.TryParse(u, out _))
                    .OrderByDescending(u => new Uri(u).AbsolutePath.Length).FirstOrDefault();
                return name is null && url is null ? null : new RepublicationNotice(name, url, TitleIn(match.Groups["title"].Value), Leave.IsMatch(text) ? text : null);
            }
        }

        return null;
    }

    private static string? NameIn(string text)
    {
        var name = AfterName.Replace(text, "").Trim(' ', '.', '“', '”', '"', '‘', '’', '*');
        name = name.StartsWith("the ", StringComparison.Ordinal) ? name[4..] : name;
        return name.Length is > 1 and <= LongestName ? name : null;
    }

    private static string? TitleIn(string text)
    {
        var title = TextFold.CollapseSpaces(text).Trim('“', '”', '"', '«', '»', '„', ' ', '*');
        title = title is ['‘', .., '’'] or ['\'', .., '\''] ? title[1..^1] : title;
        return title.Length < 3 || NoTitle.IsMatch(title) ? null : title;
    }

    private static IEnumerable<string> Links(Part part) => part switch
    {
        Part.Paragraph paragraph => paragraph.Inlines.OfType<Inline.Words>().Select(w => w.Href).OfType<string>(),
        Part.Quote quote => quote.Parts.SelectMany(Links),
        _ => [],
    };
}
