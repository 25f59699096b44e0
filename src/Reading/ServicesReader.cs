using System.Collections.Immutable;
using PolicyArchive.Briefs;
using PolicyArchive.Findings;

namespace PolicyArchive.Reading;

/// <summary>What the settings say to the services that harvest an archive or watch over it: RePEc, and who finds a weakness.</summary>
internal static class ServicesReader
{
    private const string SecurityExample = "security: {contact: security@example.org, expires: 2027-01-01}";

    /// <param name="publisherEmail">Asked where the archive names no one of its own.</param>
    public static RepecArchive? Repec(Keys keys, string? publisherEmail)
    {
        var isShort = keys.Find("repec") is { Value: YamlScalar };
        if (!isShort && keys.Map("repec", "repec: {archive: abc, email: library@example.org}") is null)
        {
            return null;
        }

        var own = isShort ? keys : new Keys(keys.Codes, keys.Findings, (YamlMap)keys.Find("repec")!.Value);
        var code = isShort ? keys.Text("repec") : own.Text("archive");
        var email = isShort ? publisherEmail : SettingsReader.ReadEmail(own, "email") ?? publisherEmail;
        if (!isShort)
        {
            own.WarnOfUnknown("`repec`");
        }

        var place = keys.Given("repec")!.Value.Place;
        if (code is not { Text.Length: 3 } given || !given.Text.All(char.IsAsciiLetterLower))
        {
            keys.Findings.Add(Finding.Error("SITE024", code?.Place ?? place, code is null ? "`repec` without the code of the `archive`" : $"\u201c{code.Value.Text}\u201d is no code of an archive at RePEc", "write the three small letters that RePEc gave, e.g. `repec: {archive: abc}`"));
            return null;
        }

        if (email is null)
        {
            if (!own.IsFaulted("email"))
            {
                keys.Findings.Add(Finding.Error("SITE024", place, "`repec` without an `email`, which RePEc asks of every archive", "add it, or the `email` of the publisher"));
            }

            return null;
        }

        return new RepecArchive(given.Text, email);
    }

    public static SecurityContact? Security(Keys keys, DateOnly today)
    {
        if (keys.Map("security", SecurityExample) is not { } map)
        {
            return null;
        }

        var own = new Keys(keys.Codes, keys.Findings, map);
        var contacts = own.Texts("contact", "contacts");
        var expires = own.Text("expires");
        var date = expires is { } day ? own.Date(day) : null;
        var (policy, encryption, thanks) = (own.Url("policy"), own.Url("encryption"), own.Url("acknowledgments", "acknowledgements"));
        var languages = own.Texts("languages", "preferred_languages");
        own.WarnOfUnknown("`security`");
        if ((contacts.IsEmpty && !own.IsFaulted("contact")) || (expires is null && !own.IsFaulted("expires")))
        {
            keys.Findings.Add(Finding.Error("SITE025", map.Place, $"`security` without {(contacts.IsEmpty ? "a `contact`" : "the day when it `expires`")} (RFC 9116)", $"write e.g. `{SecurityExample}`"));
        }

        if (date is { } known && known.Day < today)
        {
            keys.Findings.Add(Finding.Warning("SITE026", expires!.Value.Place, $"what `security` says expired on {known.Iso}", "look whether it still holds, and give it another day within a year"));
        }

        foreach (var wrong in languages.Where(language => !LanguageTag.IsTag(language.Text)))
        {
            keys.Findings.Add(Finding.Error(keys.Codes.Language, wrong.Place, $"\u201c{wrong.Text}\u201d is not a language tag", "write e.g. `en`, `fr` or `pt-BR`"));
        }

        var addresses = contacts.Select(contact => Contact(contact, keys.Findings)).OfType<string>().ToImmutableArray();
        return addresses.IsEmpty || date is null ? null : new SecurityContact(addresses, date, policy, encryption, thanks, [.. languages.Select(language => language.Text)]);
    }

    // RFC 9116, 2.5.3: an address with its scheme, and https where it is of the web.
    private static string? Contact(Mention contact, List<Finding> findings)
    {
        var text = contact.Text;
        if (SettingsReader.IsEmail(text) && !text.Contains(':', StringComparison.Ordinal))
        {
            return "mailto:" + text;
        }

        if (text.StartsWith("mailto:", StringComparison.Ordinal) || text.StartsWith("tel:", StringComparison.Ordinal) || (WebUrl.TryParse(text, out _) && text.StartsWith("https:", StringComparison.OrdinalIgnoreCase)))
        {
            return text;
        }

        findings.Add(Finding.Error("SITE025", contact.Place, $"\u201c{text}\u201d is no address to which a weakness can be told", "write an e-mail address, or a page with https"));
        return null;
    }
}
