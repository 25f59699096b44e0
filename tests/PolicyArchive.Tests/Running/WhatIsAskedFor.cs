using PolicyArchive.Tests.Contract;

namespace PolicyArchive.Tests.Running;

public sealed class WhatIsAskedFor
{
    private static string Output(SmallSite site, string path) => Path.Combine(site.Folder, "output", path);

    [Theory]
    [InlineData("2029-12-31", false)]
    [InlineData("2030-01-01", true)]
    public void The_day_given_decides_embargoes(string now, bool isPublished)
    {
        using var site = SmallSite.WithBrief("").With("briefs/later.md", "---\ntitle: Later\npublished: 2030-01-01\n---\nText.\n");
        Assert.Equal(0, ProgramRun.In(site.Folder, "--now", now).Code);
        Assert.Equal(isPublished, File.Exists(Output(site, "briefs/later/index.html")));
    }

    [Fact]
    public void Drafts_are_shown_when_they_are_asked_for_and_gone_again_when_not()
    {
        using var site = SmallSite.WithBrief("").AndBrief("draft", "draft: yes");
        Assert.Equal(0, ProgramRun.In(site.Folder, "--drafts").Code);
        Assert.True(File.Exists(Output(site, "briefs/draft/index.html")));
        Assert.Equal(0, ProgramRun.In(site.Folder).Code);
        Assert.False(Directory.Exists(Output(site, "briefs/draft")));
    }

    [Fact]
    public void The_folders_and_the_address_are_those_given()
    {
        using var site = SmallSite.WithBrief("");
        using var theme = new ThemeCopy().With("layout.liquid", "<!doctype html><title>Mine</title>{{ content }}");
        Assert.Equal(0, ProgramRun.In(site.Folder, "build", "-i", "input", "-t", theme.Folder, "--output", "public/site", "--base-url", "https://host.example/sub/").Code);
        Assert.StartsWith("<!doctype html><title>Mine</title>", File.ReadAllText(Path.Combine(site.Folder, "public/site/briefs/x/index.html")), StringComparison.Ordinal);
        Assert.Contains("<link>https://host.example/sub/briefs/x/</link>", File.ReadAllText(Path.Combine(site.Folder, "public/site/feed.xml")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_theme_in_the_current_folder_is_used_and_one_that_is_named_must_be_there()
    {
        using var site = SmallSite.WithBrief("");
        using var theme = new ThemeCopy().With("layout.liquid", "<!doctype html><title>Mine</title>{{ content }}");
        Directory.CreateSymbolicLink(Path.Combine(site.Folder, "theme"), theme.Folder);
        Assert.Equal(0, ProgramRun.In(site.Folder).Code);
        Assert.StartsWith("<!doctype html><title>Mine</title>", File.ReadAllText(Output(site, "index.html")), StringComparison.Ordinal);
        var run = ProgramRun.In(site.Folder, "-t", "nowhere");
        Assert.Equal(1, run.Code);
        Assert.StartsWith("nowhere: error THEME001: ", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NO_COLOR", "1")]
    [InlineData("CI", "true")]
    [InlineData("TERM", "xterm-256color")]
    public void What_is_not_a_terminal_is_sent_no_colours(string name, string value)
    {
        using var site = SmallSite.WithBrief("sumary: x");
        var run = ProgramRun.In(site.Folder, new Dictionary<string, string> { [name] = value });
        Assert.DoesNotContain('\u001b', run.Out + run.Error);
        Assert.Equal(0, run.Code);
    }

    [Fact]
    public void On_a_terminal_NO_COLOR_and_the_option_are_honoured()
    {
        using var site = SmallSite.WithBrief("sumary: x");
        Assert.DoesNotContain("\u001b[3", OnTerminal(site, "--no-color", []), StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b[3", OnTerminal(site, "", [("NO_COLOR", "1")]), StringComparison.Ordinal);
    }

    // script(1) gives a program a terminal.
    private static string OnTerminal(SmallSite site, string options, IEnumerable<(string Name, string Value)> environment)
    {
        var start = new System.Diagnostics.ProcessStartInfo("script", ["-qec", $"{ProgramRun.Program} {options}", "/dev/null"]) { WorkingDirectory = site.Folder, RedirectStandardOutput = true };
        start.Environment["TERM"] = "xterm-256color";
        start.Environment.Remove("CI");
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = System.Diagnostics.Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Contains("1 brief", output, StringComparison.Ordinal);
        return output;
    }
}
