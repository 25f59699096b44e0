using System.Collections.Immutable;
using PolicyArchive.Briefs;
using PolicyArchive.Citing;
using PolicyArchive.Findings;
using PolicyArchive.Keeping;
using PolicyArchive.Pages;
using PolicyArchive.Printing;
using PolicyArchive.Publishing;
using PolicyArchive.Reading;
using PolicyArchive.Sharing;
using PolicyArchive.Theming;
using PolicyArchive.Wording;

namespace PolicyArchive.Commands;

/// <summary>The stages of a build in their order: read, gather, plan, render. Publishing is the caller's.</summary>
public sealed class SiteBuild
{
    private readonly Theme? _theme;
    private readonly Place _themePlace;
    private readonly SiteCards _cards;
    private readonly KeptWork? _kept;

    private SiteBuild(SitePlan plan, Theme? theme, Place themePlace, SiteCards cards, KeptWork? kept, ImmutableArray<Finding> findings) =>
        (Plan, _theme, _themePlace, _cards, _kept, Findings) = (plan, theme, themePlace, cards, kept, findings);

    private ImmutableArray<PrintedBrief> Printed { get; init; } = [];

    private KeptFiles? PrintedFiles { get; init; }

    public SitePlan Plan { get; }

    /// <summary>What is wrong before anything is rendered.</summary>
    public ImmutableArray<Finding> Findings { get; }

    /// <summary>Whether there is a theme to render with.</summary>
    public bool CanRender => _theme is not null;

    /// <summary>About how many files <see cref="Render"/> makes.</summary>
    public int FileCount => Plan.Pages.Length + Plan.Lists.Length * 3;

    public static SiteBuild Prepare(RunOptions options) => Prepare(options, new StageClock(_ => { }, _ => { }));

    internal static SiteBuild Prepare(RunOptions options, StageClock clock)
    {
        // Templates and briefs know nothing of each other until something is rendered.
        var display = options.Theme.Replace('\\', '/');
        var (words, wordFindings) = WordsFolder.In(options.Theme, display);
        var loading = Task.Run(() => ThemeAndCards(options.Theme, display, words));

        // A native program is some fifty million bytes, which nothing waits for until there is a plan.
        _ = Task.Run(() => ProgramPrint.Value);
        var before = KeptWork.Of(options.Cache, options.Input);
        var (manuscripts, readFindings) = clock.Time("read", () => InputFolder.At(options.Input).Read(new ReadingOptions { BaseUrl = options.BaseUrl, Today = options.Now, ShowDrafts = options.Drafts, Words = words }, articles: before?.Texts));
        var saving = Task.Run(() => before?.Texts.Save());
        var (archive, gatherFindings) = clock.Time("gather", () => Gathering.Gather(manuscripts));
        var plan = clock.Time("plan", () => Planning.Plan(archive, manuscripts));
        var (theme, themeFindings, design, trouble) = loading.GetAwaiter().GetResult();
        var kept = options.Cache is { } cache ? new KeptFiles(Path.Join(cache, "cards"), TimeProvider.System) : null;
        var cards = SiteCards.Of(plan, design, kept, new Place($"{options.Input.Replace('\\', '/')}/settings.yml"), trouble);
        saving.GetAwaiter().GetResult();
        return new SiteBuild(plan, theme?.In(plan.Settings.Words), new Place(display), cards, before, [.. wordFindings, .. themeFindings, .. readFindings, .. gatherFindings, .. plan.Findings, .. cards.Findings]);
    }

    private static (Theme? Theme, ImmutableArray<Finding> Findings, CardDesign? Design, string? Trouble) ThemeAndCards(string folder, string display, WordBook words)
    {
        var (theme, findings) = Theme.Load(folder, display, words);
        var trouble = default(string);
        return (theme, findings, theme is null ? null : CardDesign.Open(theme.CardFonts.Large, theme.CardFonts.Small, theme.Token, out trouble), trouble);
    }

    /// <summary>The same site with a PDF file among the files of each brief.</summary>
    /// <param name="kept">Holds the files until the site is rendered.</param>
    /// <param name="printed">Called after each, from many threads, with the number of all.</param>
    /// <exception cref="InvalidOperationException">There is no theme.</exception>
    public (SiteBuild Site, ImmutableArray<Finding> Findings) Print(Press press, KeptFiles kept, Action<int> printed)
    {
        var theme = _theme ?? throw new InvalidOperationException("there is no theme to render with");
        var renderer = theme.For(Plan);
        var citations = SiteCitations.Of(Plan);
        try
        {
            var (briefs, findings) = new PrintRun(Plan, kept, page => renderer.Render(citations.For(page)), theme.Assets).Print(press, printed);
            return (new SiteBuild(PrintRun.With(Plan, briefs), _theme, _themePlace, _cards, _kept, Findings) { Printed = briefs, PrintedFiles = kept }, findings);
        }
        catch (AggregateException several) when (several.Flatten().InnerExceptions.All(e => e is ThemeFailure))
        {
            // Rendering will say so.
            return (this, []);
        }
    }

    /// <summary>Renders every file of the site but the copied ones, in parallel and in no order.</summary>
    /// <param name="sink">Called from many threads.</param>
    /// <param name="withCards">Whether the cards are drawn too.</param>
    /// <returns>What only rendering can find: a template asks for what is not there. Then not all files were made.</returns>
    /// <exception cref="InvalidOperationException">There is no theme.</exception>
    public ImmutableArray<Finding> Render(Action<RenderedFile> sink, bool withCards = true) => Render(new FileSink(sink), withCards);

    /// <inheritdoc cref="Render(Action{RenderedFile}, bool)"/>
    public ImmutableArray<Finding> Render(FileSink sink, bool withCards = true)
    {
        var rendering = new Rendering(Plan, _theme ?? throw new InvalidOperationException("there is no theme to render with"), _cards, _kept);
        try
        {
            rendering.Render(sink, withCards);
            Rendering.Each(Printed, brief => sink.Add(RenderedFile.At(brief.Url, PrintedFiles!.Find(brief.Key) ?? throw new MachineFailure($"the file of {brief.Url} was not kept: the cache cannot be written, or was cleared meanwhile"))));
            return [];
        }
        catch (ThemeFailure failure)
        {
            return [Finding.Error("THEME010", _themePlace, failure.Message.ReplaceLineEndings(" "), "see theme/README.md")];
        }
    }

    /// <summary>Clears what earlier builds kept and none has asked for in a long time.</summary>
    public void Prune()
    {
        _kept?.Prune();
        _cards.Prune();
    }
}
