using System.Security.Cryptography;
using PolicyArchive.Pages;
using PolicyArchive.Publishing;
using PolicyArchive.Tests.Contract;

namespace PolicyArchive.Tests.Harvesting;

/// <summary>What a site says of itself to services, and the sums of its files.</summary>
public sealed class FilesOfTheSite
{
    [Fact]
    public void Every_published_file_but_the_sums_has_its_sum()
    {
        using var site = SmallSite.WithBrief("attachments: [data.csv]").With("briefs/data.csv", "a,b\n").With("files/ü.txt", "u");
        var run = ProgramRun.In(site.Folder, "build", "--now", "2026-01-01", "-t", site.Options.Theme);
        Assert.Equal(0, run.Code);
        var output = Path.Combine(site.Folder, "output");
        var lines = File.ReadAllLines(Path.Combine(output, "SHA256SUMS"));
        var files = Directory.GetFiles(output, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(output, file)).Except(["SHA256SUMS", ".policy-archive"]);
        Assert.Equal(files.Order(StringComparer.Ordinal), lines.Select(line => line[66..]));
        Assert.All(lines, line => Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(output, line[66..])))) + "  ", line[..66]));
    }

    [Fact]
    public void A_page_may_lead_to_the_sums_and_to_every_other_file_of_the_sites_own()
    {
        using var site = SmallSite.WithBrief("").With("pages/data.md", "---\ntitle: Data\n---\n[Sums](/SHA256SUMS), [a table](/catalogue.csv), [records](/oai.xml), [corrections](/corrections.xml), [links](/linkset.json).\n");
        var run = ProgramRun.In(site.Folder, "check", "--now", "2026-01-01", "-t", site.Options.Theme);
        Assert.Equal((0, ""), (run.Code, run.Error));
    }

    [Fact]
    public void A_name_that_would_break_its_line_is_escaped_as_coreutils_does()
    {
        var files = new RenderedFile[] { new("a\\b\nc", [new byte[] { 97 }, "b"u8.ToArray()]), new("plain", "a"u8.ToArray()) };
        Assert.Equal(
            "\\fb8e20fc2e4c3f248c60c39bd652f3c1347298bb977b8b4d5903b85055620603  a\\\\b\\nc\nca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb  plain\n",
            System.Text.Encoding.UTF8.GetString(Checksums.Render([.. files.Select(file => file.Path)], [.. files.Select(FileSum.Of)]).Bytes.Span));
    }

    [Fact]
    public void Whom_to_tell_of_a_weakness_is_said_where_it_is_looked_for()
    {
        using var site = SmallSite.WithSettings("""
            security:
              contact: [security@archive.example, https://archive.example/report]
              expires: 2026-06-30
              policy: https://archive.example/policy
              encryption: https://archive.example/key.asc
              acknowledgments: https://archive.example/thanks
              languages: [en, fr]

            """).AndBrief("x", "");
        Assert.Equal(
            """
            Contact: mailto:security@archive.example
            Contact: https://archive.example/report
            Expires: 2026-07-01T00:00:00Z
            Encryption: https://archive.example/key.asc
            Acknowledgments: https://archive.example/thanks
            Preferred-Languages: en, fr
            Canonical: https://archive.example/.well-known/security.txt
            Policy: https://archive.example/policy

            """.ReplaceLineEndings("\n"),
            site.Files()[".well-known/security.txt"]);
    }

    [Theory]
    [InlineData("security: {contact: a@b.example, expires: 2025-12-31}", "SITE026 settings.yml(3,43)")]
    [InlineData("security: {contact: a@b.example}", "SITE025 settings.yml(3,11)")]
    [InlineData("security: {expires: 2026-12-31}", "SITE025 settings.yml(3,11)")]
    [InlineData("security: {contact: http://b.example/, expires: 2026-12-31}", "SITE025 settings.yml(3,21)")]
    [InlineData("security: {contact: somebody, expires: 2026-12-31}", "SITE025 settings.yml(3,21)")]
    [InlineData("security: {contact: a@b.example, expires: soon}", "SITE012 settings.yml(3,43)")]
    [InlineData("security: {contact: a@b.example, expires: 2026-12-31, languages: [english]}", "SITE020 settings.yml(3,67)")]
    [InlineData("security: {contact: a@b.example, expires: 2026-12-31, phone: 1}", "SITE014 settings.yml(3,55)")]
    [InlineData("security: a@b.example", "SITE010 settings.yml(3,11)")]
    [InlineData("websub: hub", "SITE013 settings.yml(3,9)")]
    [InlineData("oai_gateway: gateway", "SITE013 settings.yml(3,14)")]
    [InlineData("llms_txt: perhaps", "SITE010 settings.yml(3,11)")]
    public void A_setting_that_says_nothing_useful_is_found(string setting, string finding)
    {
        using var site = SmallSite.WithSettings(setting + "\n").AndBrief("x", "");
        Assert.Equal([finding], site.Places());
    }

    [Fact]
    public void Nothing_is_said_to_services_that_the_settings_do_not_name()
    {
        using var site = SmallSite.WithBrief("");
        Assert.DoesNotContain(site.Files().Keys, path => path is "llms.txt" || path.StartsWith(".well-known/", StringComparison.Ordinal) || path.StartsWith("RePEc/", StringComparison.Ordinal));
    }

    [Fact]
    public void Language_models_are_guided_where_the_settings_say_so()
    {
        using var site = SmallSite.WithSettings("description: Briefs of all kinds.\nllms_txt: true\nlicense: CC-BY-4.0\ndisclaimer: Ours alone.\n").With("topics.yml", "water: {name: 'Water [and] wells', description: All about it.}\n").AndBrief("x", "topics: [water, Law]");
        Assert.Equal(
            """
            # A small archive

            > Briefs of all kinds.

            Licence, where a piece names no other: CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/).

            Ours alone.

            ## Briefs

            - [All briefs](https://archive.example/briefs/): 1 piece

            ## Topics

            - [Law](https://archive.example/topics/law/): 1 piece
            - [Water \[and\] wells](https://archive.example/topics/water/): All about it.

            ## Data

            - [Catalogue](https://archive.example/catalogue.json): all that is known of every brief, as JSON
            - [Feed](https://archive.example/feed.xml): the newest in full text; its `prev-archive` links lead to all others
            - [Sitemap](https://archive.example/sitemap.xml): every page with its last change

            """.ReplaceLineEndings("\n"),
            site.Files()["llms.txt"]);
    }
}
