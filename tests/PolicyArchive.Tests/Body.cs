namespace PolicyArchive.Tests;

/// <summary>What the body of one brief becomes, through the front door and a theme that adds nothing.</summary>
internal sealed record Body(string Html, string[] Codes)
{
    public static Body Of(string markdown)
    {
        using var site = SmallSite.WithBrief("", markdown);
        var (report, files) = site.Build(site.Options with { Theme = BareTheme.Folder });
        return new Body(files.GetValueOrDefault("briefs/x/index.html", ""), [.. report.Shown.Select(f => f.Code)]);
    }

    /// <summary>The markup of a text in which nothing is wrong.</summary>
    public static string Clean(string markdown)
    {
        var body = Of(markdown);
        Assert.Empty(body.Codes);
        return body.Html;
    }
}
