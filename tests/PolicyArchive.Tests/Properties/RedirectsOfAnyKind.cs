using CsCheck;
using PolicyArchive.Commands;
using PolicyArchive.Naming;
using PolicyArchive.Publishing;

namespace PolicyArchive.Tests.Properties;

public sealed class RedirectsOfAnyKind
{
    private static readonly Gen<string> Part = TextsOfAnyKind.OneOf("old", "OLD", "briefs", "b1", "b2", "topics", "t", "index.html", "x.html", "x.pdf", "x.php", "caf%C3%A9", "cafe\u0301", "a b", "%3Ax", "feed.xml", "page", "2");

    private static readonly Gen<string> Address = Gen.Select(Part.Array[1, 3], Gen.Bool).Select(t => "/" + string.Join('/', t.Item1) + (t.Item2 ? "/" : ""));

    [Fact]
    public void No_two_files_meet_no_redirect_leads_to_another_and_every_target_stands() => Gen.Select(Address.Array[0, 6], Address.Array[0, 6], Address.Array[0, 4], Address.Array[0, 4]).Sample((one, two, retired, recorded) =>
    {
        using var site = SmallSite.WithSettings().AndBrief("b1", $"topics: [t]\nredirect_from: [{Quoted(one)}]").AndBrief("b2", $"redirect_from: [{Quoted(two)}]")
            .With("retired.yml", string.Concat(retired.Distinct().Select(a => $"{Quoted([a])}: Why.\n"))).With("ledger.txt", string.Concat(recorded.Select(a => a + "\n")));
        var build = SiteBuild.Prepare(site.Options with { Theme = BareTheme.Folder });

        // What is refused is left out of the plan, and the rest must hold all the same.
        var plan = build.Plan;
        var files = plan.Pages.Select(p => p.Url.OutputPath).Concat(plan.Files.Select(f => f.Url.OutputPath)).ToArray();
        var keys = files.Select(TextFold.Key).ToHashSet();
        Assert.Equal(files.Length, keys.Count);
        Assert.All(keys, key => Assert.DoesNotContain(keys, other => other.StartsWith(key + "/", StringComparison.Ordinal)));
        var redirects = plan.Redirects.Select(r => r.From).ToHashSet();
        Assert.Equal(plan.Redirects.Length, redirects.Select(r => TextFold.Key(r.OutputPath)).Distinct().Count());
        Assert.All(plan.Redirects, r => Assert.DoesNotContain(r.To, redirects));
        var lines = System.Text.Encoding.UTF8.GetString(HostFiles.Of(plan)[1].Bytes.Span).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(lines.Length, lines.Select(l => l.Split(' ')[0]).Distinct().Count());
        var feeds = PolicyArchive.Feeds.SiteFeeds.Of(plan).Select(f => f.Url.OutputPath);
        var standing = files.Concat(feeds).ToHashSet();
        Assert.All(lines, line =>
        {
            Assert.Matches("^/[!-~]* /[!-~]* (301|410)!$", line);
            Assert.DoesNotContain("/:", line, StringComparison.Ordinal);
            var to = Uri.UnescapeDataString(line.Split(' ')[1])[1..];
            Assert.Contains(to.Length == 0 || to.EndsWith('/') ? to + "index.html" : to, standing);
        });
    }, iter: 300);

    [Fact]
    public void What_was_recorded_answers_or_is_named() => Address.Array[1, 8].Sample(recorded =>
    {
        using var site = SmallSite.WithSettings().AndBrief("b1", "topics: [t]\nredirect_from: [/old/]").With("ledger.txt", string.Concat(recorded.Select(a => a + "\n")));
        var build = SiteBuild.Prepare(site.Options with { Theme = BareTheme.Folder });
        var standing = build.Plan.Pages.Select(p => p.Url.OutputPath).Concat(build.Plan.Redirects.Select(r => r.From.OutputPath)).Concat(PolicyArchive.Feeds.SiteFeeds.Of(build.Plan).Select(f => f.Url.OutputPath)).ToHashSet();
        var named = build.Findings.Where(f => f.Code is "LINK020" or "LINK021").Select(f => f.Place.Line).ToHashSet();
        for (var i = 0; i < recorded.Length; i++)
        {
            var path = Plain(recorded[i])[1..];
            var answers = standing.Contains(path) || standing.Contains(path.TrimEnd('/') + "/index.html");
            var isBelowNamed = recorded.Select((a, line) => (a, line)).Any(o => named.Contains(o.line + 1) && Plain(recorded[i]).StartsWith(Folder(o.a), StringComparison.Ordinal));
            var isTwice = build.Findings.Any(f => f.Code == "LINK024" && f.Place.Line == i + 1);
            Assert.True(answers || named.Contains(i + 1) || isBelowNamed || isTwice, recorded[i]);
        }
    }, iter: 300);

    private static string Plain(string address) => Uri.UnescapeDataString(address).Normalize();

    private static string Folder(string address) =>
        (Plain(address) is var path && path.EndsWith("/index.html", StringComparison.Ordinal) ? path[..^"/index.html".Length] : path.TrimEnd('/')) + "/";

    private static string Quoted(IEnumerable<string> texts) => string.Join(", ", texts.Select(t => "'" + t.Replace("'", "''", StringComparison.Ordinal) + "'"));
}
