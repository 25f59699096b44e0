using System.Globalization;
using PolicyArchive.Tests.Contract;

namespace PolicyArchive.Tests.Running;

/// <summary><c>new</c>, run as editors run it.</summary>
public sealed class NewBriefs
{
    // No git configuration of the machine's own, and no editor.
    private static readonly Dictionary<string, string> Alone = new()
    {
        ["GIT_CONFIG_GLOBAL"] = "/dev/null", ["GIT_CONFIG_SYSTEM"] = "/dev/null", ["GIT_CEILING_DIRECTORIES"] = Path.GetTempPath(), ["VISUAL"] = "", ["EDITOR"] = "",
    };

    private static ProgramRun New(SmallSite site, params string[] arguments) => ProgramRun.In(site.Folder, Alone, ["new", .. arguments, "--now", "2024-05-06"]);

    private static string Read(SmallSite site, string path) => File.ReadAllText(Path.Combine(site.Folder, "input", path));

    [Fact]
    public void A_new_brief_is_a_draft_that_builds_as_it_stands()
    {
        using var site = SmallSite.WithBrief("topics: [Water, \"Ports, rivers\"]\nregions: Asia");
        var run = New(site, "What \"free\" #fares: cost \\ us");
        Assert.Equal((0, "input/briefs/what-free-fares-cost-us.md\n", ""), (run.Code, run.Out, run.Error));
        Assert.Equal(
            """
            ---
            title: "What \"free\" #fares: cost \\ us"
            published: 2024-05-06
            authors: []
            # Topics so far: "Ports, rivers", Water
            topics: []
            # Regions so far: Asia
            regions: []
            kind: Policy brief
            # One or two sentences for lists, feeds and search engines.
            summary: ""
            # What a reader in a hurry must know, a line each, such as: - "Fares fell by a third."
            key_points: []
            # Take this line away to publish.
            draft: true
            ---


            """,
            Read(site, "briefs/what-free-fares-cost-us.md"));
        var build = ProgramRun.In(site.Folder, "--drafts", "--strict");
        Assert.Equal((0, ""), (build.Code, build.Error));
        Assert.Contains("<h1>What &quot;free&quot; #fares: cost \\ us</h1>", File.ReadAllText(Path.Combine(site.Folder, "output/briefs/what-free-fares-cost-us/index.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_brief_that_is_there_is_never_overwritten_wherever_it_stands()
    {
        using var site = SmallSite.WithBrief("").With("briefs/2019/2019-02-03-fares.md", "---\ntitle: Old\npublished: 2019-02-03\n---\nText.\n");
        var run = New(site, "Fares");
        Assert.Equal(1, run.Code);
        Assert.StartsWith("input/briefs/2019/2019-02-03-fares.md", run.Error, StringComparison.Ordinal);
        Assert.Contains("error NEW001: ", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(site.Folder, "input/briefs/fares.md")));
    }

    [Fact]
    public void A_file_that_cannot_be_read_as_a_brief_is_not_overwritten_either()
    {
        using var site = SmallSite.WithBrief("").With("briefs/fares.md", "no front matter");
        Assert.Equal(1, New(site, "Fares").Code);
        Assert.Equal("no front matter", Read(site, "briefs/fares.md"));
    }

    [Theory]
    [InlineData("briefs/2019/a.md", "briefs/2024/fares.md")]
    [InlineData("briefs/2019-02-03-a.md", "briefs/2024-05-06-fares.md")]
    [InlineData("briefs/2019/2019-02-03-a.md", "briefs/2024/2024-05-06-fares.md")]
    [InlineData("briefs/a/index.md", "briefs/fares.md")]
    public void It_goes_where_the_others_are(string other, string expected)
    {
        using var site = new SmallSite().With(other, "---\ntitle: A\npublished: 2019-02-03\n---\nText.\n");
        Assert.Equal($"input/{expected}\n", New(site, "Fares").Out);
    }

    [Theory]
    [InlineData("Notes")]
    [InlineData("notes")]
    [InlineData("evidence-notes")]
    public void The_number_is_the_next_of_its_series_drafts_counted(string series)
    {
        using var site = new SmallSite().With("series.yml", "evidence-notes: {name: Notes}\n")
            .With("briefs/a.md", "---\ntitle: A\npublished: 2019-02-03\nseries: Notes\nnumber: 9\n---\nText.\n")
            .With("briefs/b.md", "---\ntitle: B\npublished: 2019-02-03\nseries: evidence-notes\nnumber: 11\ndraft: true\n---\nText.\n");
        Assert.Equal(0, New(site, "Fares", "--series", series).Code);
        Assert.Contains("\nseries: evidence-notes\nnumber: \"12\"\n", Read(site, "briefs/fares.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_given_is_written_by_the_names_that_the_archive_knows()
    {
        using var site = new SmallSite().With("people.yml", "ada: {name: Ada Okafor}\n").With("topics.yml", "water: {name: Water and sewers}\n");
        Assert.Equal(0, New(site, "Fares", "--author", "ada okafor", "--author", "Jo: Roe", "--topic", "Water and sewers", "--topic", "Ports", "--kind", "report", "--language", "fr").Code);
        var text = Read(site, "briefs/fares.md");
        Assert.Contains("\nauthors: [ada, \"Jo: Roe\"]\n", text, StringComparison.Ordinal);
        Assert.Contains("\ntopics: [water, Ports]\n", text, StringComparison.Ordinal);
        Assert.Contains("\nkind: report\nlanguage: fr\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_author_is_who_git_says()
    {
        using var site = new SmallSite().With("people.yml", "ada: {name: Ada Okafor}\n");
        var git = new Dictionary<string, string>(Alone) { ["GIT_CONFIG_COUNT"] = "1", ["GIT_CONFIG_KEY_0"] = "user.name", ["GIT_CONFIG_VALUE_0"] = "Ada Okafor" };
        Assert.Equal(0, ProgramRun.In(site.Folder, git, "new", "Fares").Code);
        Assert.Contains("\nauthors: [ada]\n", Read(site, "briefs/fares.md"), StringComparison.Ordinal);
        Assert.Contains($"\npublished: {DateTime.UtcNow.Year.ToString(CultureInfo.InvariantCulture)}-", Read(site, "briefs/fares.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_editor_opens_the_file_and_its_failure_is_told()
    {
        using var site = new SmallSite();
        var asked = new Dictionary<string, string>(Alone) { ["EDITOR"] = "printf 'seen %s' >" + Path.Combine(site.Folder, "seen") };
        Assert.Equal(0, ProgramRun.In(site.Folder, asked, "new", "Fares", "--edit").Code);
        Assert.EndsWith("input/briefs/fares.md", File.ReadAllText(Path.Combine(site.Folder, "seen")), StringComparison.Ordinal);
        var without = New(site, "Tolls", "--edit");
        Assert.Equal(1, without.Code);
        Assert.Contains("input/briefs/tolls.md: error NEW002: ", without.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("???")]
    [InlineData("")]
    public void A_title_of_which_no_address_can_be_made_is_a_wrong_command_line(string title)
    {
        using var site = new SmallSite();
        Assert.Equal(2, New(site, title).Code);
        Assert.False(Directory.Exists(Path.Combine(site.Folder, "input", "briefs")) && Directory.EnumerateFiles(Path.Combine(site.Folder, "input", "briefs")).Any());
    }
}
