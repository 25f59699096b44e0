using System.Text;
using PolicyArchive.Briefs;
using PolicyArchive.Pages;

namespace PolicyArchive.Harvesting;

/// <summary>Whom to tell of a weakness (RFC 9116).</summary>
internal static class SecurityText
{
    public static byte[] Write(SecurityContact security, BaseUrl site)
    {
        // The RFC wants an instant; a day lasts until the next begins.
        var expires = security.Expires.Time is null ? new PublicationDate.Known(security.Expires.Day.AddDays(1)).Iso + "T00:00:00Z" : security.Expires.Iso;
        (string Field, string? Value)[] lines =
        [
            .. security.Contacts.Select(contact => ("Contact", (string?)contact)),
            ("Expires", expires),
            ("Encryption", security.Encryption?.Text),
            ("Acknowledgments", security.Acknowledgments?.Text),
            ("Preferred-Languages", security.Languages.IsEmpty ? null : string.Join(", ", security.Languages)),
            ("Canonical", site.Absolute(WellKnown.SecurityText)),
            ("Policy", security.Policy?.Text),
        ];
        return Encoding.UTF8.GetBytes(string.Concat(lines.Where(line => line.Value is not null).Select(line => $"{line.Field}: {line.Value}\n")));
    }
}
