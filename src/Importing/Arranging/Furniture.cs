using System.Text.RegularExpressions;
using PolicyArchive.Naming;

namespace PolicyArchive.Importing.Arranging;

/// <summary>What stands round a text on the web and is no part of it: buttons, banners, boxes.</summary>
internal static partial class Furniture
{
    private const int LongestBanner = 400;

    private static readonly HashSet<string> Buttons = new(StringComparer.Ordinal)
    {
        "share", "share this", "share this article", "share this post", "share this page", "share on", "share on facebook", "share on twitter", "share on x", "share on linkedin", "share on whatsapp", "share via email", "share:", "tweet", "tweet this", "pin it", "like", "like this", "like this:", "like loading...", "email", "e-mail", "email this", "email this article", "print", "print this", "print this article", "print article", "print page", "copy link", "copy url", "save", "save for later", "bookmark", "facebook", "twitter", "x", "linkedin", "whatsapp", "telegram", "reddit", "pinterest", "instagram", "youtube", "mastodon", "bluesky", "pocket", "flipboard", "line", "weibo", "more", "more options", "click to share", "follow us", "follow", "comments", "comment", "no comments", "0 comments", "leave a comment", "leave a reply", "leave a reply cancel reply", "add a comment", "post comment", "related", "related articles", "related posts", "related content", "related stories", "you may also like", "you might also like", "recommended", "recommended for you", "read more", "read next", "read also", "more from this author", "more on this topic", "most read", "most popular", "trending", "advertisement", "advertisements", "sponsored", "sponsored content", "ad", "skip to content", "skip to main content", "skip navigation", "back to top", "top", "menu", "home", "search", "close", "login", "log in", "sign in", "sign up", "register", "subscribe", "subscribe now", "donate", "donate now", "previous", "next", "previous article", "next article", "previous post", "next post", "loading", "loading...", "listen", "listen to this article", "download pdf", "download", "rss", "pdf", "accept", "accept all", "accept cookies", "accept all cookies", "reject all", "i agree", "got it", "cookie settings", "manage cookies", "manage preferences",
        "partager", "partager cet article", "partager sur", "imprimer", "envoyer par mail", "envoyer", "lire aussi", "à lire aussi", "s'abonner", "abonnez-vous", "publicité", "commentaires", "laisser un commentaire", "articles liés", "haut de page", "tout accepter", "accepter", "tout refuser",
        "teilen", "artikel teilen", "drucken", "artikel drucken", "merken", "kommentare", "kommentar schreiben", "anzeige", "werbung", "mehr zum thema", "lesen sie auch", "abonnieren", "nach oben", "alle akzeptieren", "zustimmen",
        "compartir", "compartir en facebook", "imprimir", "comentarios", "deja un comentario", "publicidad", "suscríbete", "suscribirse", "artículos relacionados", "te puede interesar", "lee también", "aceptar", "aceptar todas",
        "partager sur facebook", "partager sur twitter", "partager sur x", "partager sur linkedin", "partager sur whatsapp", "partager par e-mail", "partager par mail", "envoyer par e-mail", "envoyer à un ami", "copier le lien", "lire plus tard", "lire la suite", "télécharger le pdf", "écouter l'article", "écouter l’article", "suivez-nous", "se connecter", "connexion", "les plus lus", "sur le même sujet", "à lire également", "retour en haut", "accepter tous les cookies", "accepter et fermer", "continuer sans accepter", "paramétrer les cookies", "gérer les cookies", "refuser", "fermer", "recherche", "accueil",
        "auf facebook teilen", "auf twitter teilen", "auf x teilen", "auf linkedin teilen", "bei whatsapp teilen", "per e-mail teilen", "per mail versenden", "per e-mail versenden", "link kopieren", "artikel anhören", "artikel vorlesen", "später lesen", "weiterlesen", "mehr lesen", "pdf herunterladen", "folgen sie uns", "meistgelesen", "verwandte artikel", "das könnte sie auch interessieren", "zum seitenanfang", "zum inhalt springen", "cookie-einstellungen", "cookies akzeptieren", "alle cookies akzeptieren", "alle ablehnen", "ablehnen", "akzeptieren", "nur notwendige cookies", "schließen", "startseite", "suche",
        "compartir en twitter", "compartir en x", "compartir en linkedin", "compartir en whatsapp", "compartir por correo", "enviar por correo", "enviar por email", "copiar enlace", "copiar el enlace", "escuchar artículo", "leer más", "seguir leyendo", "leer más tarde", "descargar pdf", "síguenos", "iniciar sesión", "lo más leído", "lo más visto", "te recomendamos", "te puede interesar también", "volver arriba", "ir al contenido", "saltar al contenido", "configurar cookies", "aceptar cookies", "aceptar y continuar", "rechazar", "rechazar todas", "cerrar", "buscar", "inicio",
        "condividi", "stampa", "commenti", "pubblicità", "iscriviti", "leggi anche", "accetta", "partilhar", "compartilhar", "comentários", "publicidade", "leia também", "aceitar", "delen", "afdrukken", "reacties", "advertentie", "lees ook", "accepteren", "分享", "打印", "评论", "相关文章", "广告", "共有", "シェア", "印刷", "コメント", "関連記事", "広告",
    };

    [GeneratedRegex(@"\b(?:we|this (?:web)?site|our (?:web)?site|our partners|nous|ce site|notre site|nos partenaires|en poursuivant|wir|diese (?:web)?seite|diese website|unsere (?:web)?seite|unsere partner|usamos|utilizamos|este sitio|esta web|esta página|nuestro sitio|al continuar|questo sito|deze (?:web)?site)\b.{0,80}\bcookies?\b|\bcookies?\b.{0,80}\b(?:accept|consent|agree|accepter|acceptez|consentement|akzeptieren|zustimm\w+|einverstanden|einwilligung|aceptar|acepta|consentimiento|accetta|settings|preferences|policy)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Cookies { get; }

    [GeneratedRegex(@"^(?:(?:please )?(?:subscribe|sign up|register)\b.{0,120}\b(?:newsletter|mailing list|inbox|updates|email|e-mail|alerts|channel|briefing)|(?:get|receive)\b.{0,100}\b(?:newsletter|(?:in|to) your inbox|by e-?mail)|(?:inscrivez-vous|abonnez-vous|recevez)\b.{0,120}\b(?:newsletter|lettre d.information|infolettre|boîte)|(?:abonnieren sie|melden sie sich|jetzt)\b.{0,100}\bnewsletter|(?:suscríbete|suscríbase|reciba|recibe)\b.{0,120}\b(?:boletín|newsletter|correo)|(?:iscriviti|ricevi)\b.{0,100}\bnewsletter|(?:assine|receba)\b.{0,100}\b(?:newsletter|boletim))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Newsletter { get; }

    [GeneratedRegex(@"^(?:(?:estimated )?reading time:? *)?[0-9]{1,3}[ -]?(?:min(?:ute)?s?\.?)(?: read| to read| reading)?\.?$|^[0-9.,]+[kKmM]? (?:shares?|views?|likes?|comments?|reads?|followers?)$|^(?:temps de lecture ?: ?|lecture ?: ?)[0-9]+ ?min\w*$|^(?:lesezeit:? ?)[0-9]+ ?min\w*\.?$|^tiempo de lectura:? ?[0-9]+ ?min\w*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Counter { get; }

    [GeneratedRegex(@"^(?:follow (?:us|me|him|her|them|the author)? ?on \w+|share (?:this|on|via)\b.{0,30}|suivez-nous sur .{2,40}|partage[rz] (?:cet article )?(?:sur|par) .{2,30}|folgen sie uns auf .{2,40}|(?:auf|bei|per) \S{1,15} teilen|síguenos en .{2,40}|comparte (?:este artículo )?en .{2,30}|compartir (?:este artículo )?en .{2,30}|©.{0,120}|copyright (?:©|\(c\)|[0-9]{4}).{0,120}|all rights reserved\.?|tous droits réservés\.?|alle rechte vorbehalten\.?|todos los derechos reservados\.?|(?:please )?enable javascript.{0,80}|your browser does not support.{0,60})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Line { get; }

    /// <summary>What a block is when it is no part of the text, or null.</summary>
    public static string? Reason(string text)
    {
        if (text.Length == 0 || text.Length > LongestBanner)
        {
            return null;
        }

        var key = TextFold.Key(text).Trim(' ', '|', '·', '•', '»', '«', '›', '→', '←', '▶', '.', '-', '–');
        return key.Length == 0 ? null
            : Buttons.Contains(key) || Buttons.Contains(key.TrimEnd(':')) || IsRowOfButtons(key) ? "a button of the page"
            : Cookies.IsMatch(text) ? "a cookie banner"
            : Newsletter.IsMatch(text) ? "a newsletter box"
            : Counter.IsMatch(key) ? "a counter of the page"
            : Line.IsMatch(text) ? "a line of the page's frame"
            : null;
    }

    private static bool IsRowOfButtons(string key)
    {
        if (key.AsSpan().IndexOfAny('|', '·', '•') > 0 && key.Split(['|', '·', '•'], StringSplitOptions.TrimEntries).All(part => part.Length == 0 || Buttons.Contains(part)))
        {
            return true;
        }

        var parts = key.Split([' ', '|', '·', '•', ',', '/'], StringSplitOptions.RemoveEmptyEntries);
        return parts.Length is > 1 and <= 8 && parts.All(part => Buttons.Contains(part) && part is not ("more" or "top" or "home" or "next" or "previous" or "like" or "line" or "x" or "related" or "follow" or "save" or "close" or "search" or "email" or "print" or "comments" or "menu" or "register" or "listen" or "follow" or "comment"))
            || parts.Length is > 1 and <= 8 && parts.Count(part => part is "facebook" or "twitter" or "linkedin" or "whatsapp" or "tweet" or "pinterest" or "reddit" or "telegram" or "bluesky") >= 2 && parts.All(Buttons.Contains);
    }
}
