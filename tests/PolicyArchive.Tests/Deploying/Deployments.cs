using System.Text;
using PolicyArchive.Tests.Contract;

namespace PolicyArchive.Tests.Deploying;

/// <summary><c>deploy</c> against a stand-in of the host, run as maintainers run it.</summary>
public sealed class Deployments
{
    private static ProgramRun Deploy(SmallSite site, NetlifyStandIn host, params string[] arguments)
    {
        var run = ProgramRun.In(site.Folder, host.Variables, ["deploy", .. arguments]);
        Assert.DoesNotContain(NetlifyStandIn.Token, run.Out + run.Error, StringComparison.Ordinal);
        return run;
    }

    private static string[] Published(SmallSite site) =>
        [.. Directory.EnumerateFiles(Path.Combine(site.Folder, "output"), "*", SearchOption.AllDirectories)
            .Select(path => "/" + Path.GetRelativePath(Path.Combine(site.Folder, "output"), path)).Where(path => path != "/.policy-archive").Order(StringComparer.Ordinal)];

    [Fact]
    public void A_deployment_is_a_draft_until_it_is_asked_for_in_earnest_and_sends_only_what_is_new()
    {
        using var site = SmallSite.WithBrief("");
        using var host = new NetlifyStandIn();
        var draft = Deploy(site, host);
        Assert.Equal((0, true), (draft.Code, draft.Out.Contains("a draft at https://deploy-1--archive.netlify.app\n", StringComparison.Ordinal)));
        Assert.Empty(host.Live);
        Assert.False(File.Exists(site.PathOf("ledger.txt")));
        var first = host.Uploads.Count;
        Assert.True(first > 20);

        Assert.Equal(0, Deploy(site, host, "--prod").Code);
        Assert.Equal(first, host.Uploads.Count);
        Assert.Contains("/briefs/x/\n", File.ReadAllText(site.PathOf("ledger.txt")), StringComparison.Ordinal);
        Assert.Equal(Published(site), host.Live.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(File.ReadAllText(Path.Combine(site.Folder, "output/briefs/x/index.html")), Encoding.UTF8.GetString(host.Contents[host.Live["/briefs/x/index.html"]]));

        site.AndBrief("x", "", "Other words.\n");
        Assert.Equal(0, Deploy(site, host, "--prod").Code);
        Assert.InRange(host.Uploads.Count - first, 1, first - 1);
        Assert.Contains("Other words.", Encoding.UTF8.GetString(host.Contents[host.Live["/briefs/x/index.html"]]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_dry_run_lists_what_would_change_and_sends_nothing()
    {
        using var site = SmallSite.WithBrief("");
        using var host = new NetlifyStandIn();
        Assert.Equal(0, Deploy(site, host, "--prod").Code);
        var before = host.Live;
        site.AndBrief("x", "", "Other words.\n").AndBrief("y", "");
        var run = Deploy(site, host, "--dry-run");
        Assert.Equal(0, run.Code);
        Assert.Contains("\n+ /briefs/y/index.html\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("\n~ /briefs/x/index.html\n", run.Out, StringComparison.Ordinal);
        Assert.EndsWith("; nothing was sent\n", run.Out, StringComparison.Ordinal);
        Assert.Same(before, host.Live);
        Assert.DoesNotContain(host.Requests, request => request.StartsWith("POST", StringComparison.Ordinal) && host.Requests.Count(r => r == request) > 1);
    }

    [Fact]
    public void A_site_with_errors_is_not_deployed()
    {
        using var site = SmallSite.WithBrief("published: never");
        using var host = new NetlifyStandIn();
        Assert.Equal(1, Deploy(site, host, "--prod").Code);
        Assert.Empty(host.Requests);
    }

    [Fact]
    public void A_host_that_fails_for_a_while_is_asked_again()
    {
        using var site = SmallSite.WithBrief("");
        using var host = new NetlifyStandIn();
        host.Then(500).Then(429, retryAfter: "0").ThenSayNothing().ThenAnswer().Then(503);
        var run = Deploy(site, host, "--prod");
        Assert.True(run.Code == 0, run.Error + string.Join('\n', host.Requests));
        Assert.Equal(Published(site), host.Live.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_host_that_does_not_recover_leaves_the_old_site()
    {
        using var site = SmallSite.WithBrief("");
        using var host = new NetlifyStandIn();
        host.Then(503, retryAfter: "0", times: 6);
        var run = Deploy(site, host, "--prod");
        Assert.Equal(3, run.Code);
        Assert.Equal("The deployment failed: 127.0.0.1 answered 503: not now; tried 6 times. Readers see the site that they saw before.\n", run.Error);
        Assert.Empty(host.Live);
    }

    [Theory]
    [InlineData("NETLIFY_AUTH_TOKEN", "another", "refuses the token")]
    [InlineData("NETLIFY_SITE_ID", "elsewhere", "knows no site `elsewhere`")]
    public void A_refusal_is_final_and_says_what_to_set(string variable, string value, string expected)
    {
        using var site = SmallSite.WithBrief("");
        using var host = new NetlifyStandIn();
        var run = ProgramRun.In(site.Folder, new Dictionary<string, string>(host.Variables) { [variable] = value }, "deploy", "--prod");
        Assert.Equal(3, run.Code);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.Contains(variable, run.Error, StringComparison.Ordinal);
        Assert.Single(host.Requests);
    }

    [Fact]
    public void A_site_that_the_host_cannot_make_is_told_in_its_words()
    {
        using var site = SmallSite.WithBrief("");
        using var host = new NetlifyStandIn { FinalState = "error" };
        var run = Deploy(site, host, "--prod");
        Assert.Equal(3, run.Code);
        Assert.Contains("could not make the site: no space on our side. Readers see the site that they saw before.", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NETLIFY_AUTH_TOKEN", "")]
    [InlineData("NETLIFY_AUTH_TOKEN", "two words")]
    [InlineData("NETLIFY_SITE_ID", "")]
    [InlineData("NETLIFY_API_URL", "http://api.example.org")]
    public void What_is_missing_or_unsafe_is_a_wrong_command_line(string variable, string value)
    {
        using var site = SmallSite.WithBrief("");
        using var host = new NetlifyStandIn();
        var run = ProgramRun.In(site.Folder, new Dictionary<string, string>(host.Variables) { [variable] = value }, "deploy");
        Assert.Equal(2, run.Code);
        Assert.False(Directory.Exists(Path.Combine(site.Folder, "output")));
    }

    [Fact]
    public void Drafts_never_become_public()
    {
        using var site = SmallSite.WithBrief("");
        using var host = new NetlifyStandIn();
        Assert.Equal(2, Deploy(site, host, "--prod", "--drafts").Code);
        Assert.Empty(host.Requests);
    }
}
