using System.Text.RegularExpressions;

namespace PolicyArchive.Importing.Arranging;

/// <summary>Whether a block says what the publisher does not answer for.</summary>
internal static partial class Disclaimers
{
    private const int Longest = 900;

    [GeneratedRegex(@"^(?:disclaimer|legal notice|avertissement|clause de non-responsabilité|haftungsausschluss|hinweis zur haftung|descargo de responsabilidad|aviso legal|dichiarazione di non responsabilità|aviso legal|免责声明|免責事項)\s*[:.–—-]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Label { get; }

    [GeneratedRegex(
        @"\b(?:investment|financial|legal|tax|medical|professional)(?:,? (?:or|and|nor) (?:\w+))* advice\b" +
        @"|\bfor (?:general )?information(?:al)? purposes only\b" +
        @"|\b(?:views|opinions|positions|findings)\b.{0,80}\bexpressed\b.{0,160}\b(?:do not|does not|are not|are (?:solely |entirely )?th(?:ose|e author)|should not|not necessarily|his own|her own|own and)\b" +
        @"|\b(?:do|does) not (?:necessarily )?(?:reflect|represent)\b.{0,60}\b(?:views?|opinions?|positions?|polic(?:y|ies))\b" +
        @"|\b(?:accepts?|assumes?|bears?|takes?) no (?:responsibility|liability)\b|\b(?:is|are) not (?:responsible|liable) for\b.{0,120}\b(?:content|accuracy|errors|loss|use)\b" +
        @"|\bwithout warranty of any kind\b" +
        @"|\bn[’']engag(?:e|ent) (?:que|pas)\b|\bne reflètent pas (?:nécessairement|forcément)\b|\bne constitue(?:nt)? pas un conseil\b|\bà titre (?:purement )?(?:informatif|d[’']information)\b" +
        @"|\bkeine (?:anlageberatung|rechtsberatung|haftung)\b|\bgeben nicht (?:notwendigerweise|unbedingt)\b|\b(?:spiegel\w*|entsprech\w*)\b.{0,40}\bnicht (?:notwendigerweise|unbedingt|zwingend)\b|\b(?:spiegel\w*|geben)\b.{0,60}\bnicht\b.{0,60}\bwider\b|\bdienen? (?:nur|lediglich|ausschließlich) (?:der|zu) information" +
        @"|\bopiniones expresadas\b.{0,120}\b(?:no|exclusiv\w+|únic\w+)\b|\bno constituyen? (?:una? )?(?:asesor\w+|recomendación|oferta)|\bno reflejan? necesariamente\b|\b(?:solo|sólo|únicamente) (?:con|para) fines informativos\b" +
        @"|\bnon (?:riflett\w+|rispecchi\w+) necessariamente\b|\bnon costituis\w+ (?:una )?(?:consulenza|raccomandazione)|\bnão (?:reflet\w+|represent\w+) necessariamente\b|\bnão constitu\w+ (?:aconselhamento|recomendação)|\bgeen (?:beleggings|financieel )?advies\b|\bweerspiegel\w* niet noodzakelijk" +
        @"|仅代表作者(?:个人)?观点|不构成(?:任何)?投资建议|個人の見解", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Words { get; }

    public static bool Is(string text) => text.Length <= Longest && (Label.IsMatch(text) || Words.IsMatch(text));
}
