using System.Collections.Immutable;
using System.Globalization;
using PolicyArchive.Briefs;
using PolicyArchive.Findings;
using PolicyArchive.Pages;
using PolicyArchive.Preview.Watching;
using PolicyArchive.Reading;
using PolicyArchive.Sharing;
using PolicyArchive.Theming;

namespace PolicyArchive.Preview;

/// <summary>
/// The stages of a build in a loop. A changed text is fitted into the plan that stands, so that its page can be shown at
/// once; then everything is gathered and planned again, since any other page may depend on it.
/// </summary>
internal sealed class LiveSite
{
    private readonly PreviewOptions _options;
    private readonly InputFolder _input;
    private ReadingOptions _reading;
    private readonly KeptTexts _kept = new();
    private Theme? _theme;
    private Lazy<CardDesign?> _design = new(() => null);
    private ImmutableArray<Finding> _themeFindings = [];
    private ImmutableArray<Finding> _wordFindings = [];
    private ImmutableArray<Finding> _findings = [];
    private Manuscripts? _manuscripts;
    private OpenPlan? _open;
    private SiteFiles? _site;
    private string _copiesStamp = "";
    private long _wordsStamp = long.MinValue;

    public LiveSite(PreviewOptions options)
    {
        (_options, _input, _reading) = (options, InputFolder.At(options.Input), options.Reading);
        LoadTheme();
    }

    /// <summary>What came of fitting a changed text into the plan.</summary>
    public enum Outcome
    {
        /// <summary>Its page, or what is wrong in it, can be shown.</summary>
        Shown,

        /// <summary>It is faulty: perhaps it is only half written yet.</summary>
        Suspect,

        /// <summary>More than its page has changed.</summary>
        Beyond,
    }

    /// <summary>The path of a file that was found in the input folder earlier, as long as it is a file of that folder.</summary>
    public string? OwnFile(string path) => _input.OwnFile(path);

    /// <param name="stamp">Of the input folder.</param>
    public bool HasChangedSince(long stamp) => FolderStamp.Of(_options.Input) != stamp;

    /// <summary>Whether the theme's words are others than those with which the site was planned.</summary>
    public bool HasNewWords => _manuscripts is { } made && made.Settings.WordBook != _reading.Words;

    public void Forget(string path) => _kept.Forget(path);

    /// <summary>Long; may run while changed texts are fitted into the plan that stands.</summary>
    /// <exception cref="IOException">A file vanished while it was read, or cannot be read.</exception>
    public Survey Survey()
    {
        var stamp = FolderStamp.Of(_options.Input);
        var (manuscripts, readFindings) = _input.Read(_reading, _kept);
        var (archive, gatherFindings) = Gathering.Gather(manuscripts);
        var open = Planning.Open(archive, manuscripts);
        var copies = new HashCode();
        foreach (var file in manuscripts.Files)
        {
            copies.Add(HashCode.Combine(file.RelativePath, file.Length, File.GetLastWriteTimeUtc(file.FullPath)));
        }

        return new Survey(manuscripts, open, [.. readFindings, .. gatherFindings, .. open.Plan.Findings], stamp, copies.ToHashCode().ToString("x8", CultureInfo.InvariantCulture));
    }

    public Edition Adopt(Survey survey)
    {
        _findings = survey.Findings;
        if (_theme is { } theme && Report.Of(_findings, _options.Strict).IsClean)
        {
            (_manuscripts, _open, _copiesStamp) = (survey.Manuscripts, survey.Open, survey.CopiesStamp);
            _site = SiteFiles.Of(_open.Plan, theme, _design, _copiesStamp, _site);
        }
        else if (_site is null)
        {
            // What a theme that is mended may show at once.
            (_manuscripts, _open, _copiesStamp) = Report.Of(_findings, _options.Strict).IsClean ? (survey.Manuscripts, survey.Open, survey.CopiesStamp) : (null, null, "");
        }

        return Now();
    }

    public Edition LoadTheme()
    {
        var display = _options.Theme.Replace('\\', '/');
        var stamp = FolderStamp.Of(Path.Combine(_options.Theme, "words"));
        if (stamp != _wordsStamp)
        {
            // Pages are planned with them, and read out by them: all is read again.
            var (words, faults) = WordsFolder.In(_options.Theme, display);
            (_wordsStamp, _wordFindings, _reading) = (stamp, faults, _reading with { Words = words });
        }

        var (theme, findings) = Theme.Load(_options.Theme, display, _reading.Words);
        _themeFindings = [.. _wordFindings, .. findings];
        if (theme is not null)
        {
            _theme = theme;
            _design = new(() => CardDesign.Open(theme.CardFonts.Large, theme.CardFonts.Small, theme.Token, out _));
            _site = _site?.With([], theme, _design) ?? (_open is { } open ? SiteFiles.Of(open.Plan, theme, _design, _copiesStamp, null) : null);
        }

        return Now();
    }

    /// <summary>What only rendering a page can find, as a build says it.</summary>
    public Report ReportOf(ThemeFailure failure) =>
        Report.Of([Finding.Error("THEME010", new Place(_options.Theme.Replace('\\', '/')), failure.Message.ReplaceLineEndings(" "), "see theme/README.md")]);

    /// <param name="path">Of a Markdown file below the input folder.</param>
    /// <param name="isCertain">Whether a faulty text is known to be whole.</param>
    public Outcome Fit(string path, bool isCertain, out Edition edition)
    {
        edition = Now();
        if (_site is not { } site || _open is not { } open || _manuscripts is not { } manuscripts || Read(path) is not { } text)
        {
            return Outcome.Beyond;
        }

        if (text is { Brief: null, Prose: null } || !Report.Of(text.Findings, _options.Strict).IsClean)
        {
            if (!isCertain)
            {
                return Outcome.Suspect;
            }

            edition = Now(_input.PlaceOf(path), text.Findings);
            return Outcome.Shown;
        }

        if (Plan(text.Brief, text.Prose, open, manuscripts) is not { } planned || planned.Findings.Any(f => f.Severity == Severity.Error))
        {
            return Outcome.Beyond;
        }

        _site = site.With([planned.Page]);
        edition = Now(_input.PlaceOf(path), [.. text.Findings, .. planned.Findings]);
        return Outcome.Shown;
    }

    private (Brief? Brief, Prose? Prose, ImmutableArray<Finding> Findings)? Read(string path)
    {
        try
        {
            return _input.ReadAgain(path, _kept);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // It has just gone, or may not be read; reading all again says which.
            return null;
        }
    }

    // A brief alone is gathered as among the others: its names are looked up in the same lists.
    private static (Page Page, ImmutableArray<Finding> Findings)? Plan(Brief? brief, Prose? prose, OpenPlan open, Manuscripts manuscripts) =>
        brief is not null
            ? Gathering.Gather(manuscripts with { Briefs = [brief], Prose = [], Unread = [], UnreadSlugs = [], Files = [] }).Archive.Entries is [var entry] ? open.Again(entry) : null
            : prose is { Draft: false } || (prose is not null && manuscripts.Settings.ShowDrafts) ? open.Again(prose) : null;

    private Edition Now(Place changed, ImmutableArray<Finding> findings)
    {
        _findings = [.. _findings.Where(f => f.Place.File != changed.File), .. findings];
        return Now();
    }

    private Edition Now()
    {
        var report = Report.Of([.. _themeFindings, .. _findings], _options.Strict);
        return new Edition(_site, report, report.IsClean ? "" : FindingsPanel.Write(report, hasSite: _site is not null));
    }
}
