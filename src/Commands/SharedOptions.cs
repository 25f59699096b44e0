using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using PolicyArchive.Findings;
using PolicyArchive.Keeping;
using PolicyArchive.Publishing;

namespace PolicyArchive.Commands;

/// <summary>Declares the options of all commands and reads them.</summary>
internal sealed class SharedOptions
{
    private readonly Option<string> _input = new("--input", "-i") { Description = "The writers' folder", HelpName = "DIR", Recursive = true, DefaultValueFactory = _ => "input" };
    private readonly Option<string> _theme = new("--theme", "-t") { Description = "The designer's folder; the one that ships with the program where there is none", HelpName = "DIR", Recursive = true, DefaultValueFactory = _ => "theme" };
    private readonly Option<string> _output = new("--output", "-o") { Description = "Where the site is written", HelpName = "DIR", Recursive = true, DefaultValueFactory = _ => "output" };
    private readonly Option<string?> _baseUrl = new("--base-url") { Description = "Overrides base_url of the settings", HelpName = "URL", Recursive = true };
    private readonly Option<bool> _drafts = new("--drafts") { Description = "Show drafts and embargoed briefs, marked as such", Recursive = true };
    private readonly Option<DateOnly?> _now = new("--now") { Description = "The day that decides embargoes, such as 2024-03-12; today (UTC) by default", HelpName = "DATE", Recursive = true, CustomParser = ParseDay };
    private readonly Option<string?> _cache = new("--cache") { Description = "Where work is kept between runs", HelpName = "DIR", Recursive = true };
    private readonly Option<bool> _noCache = new("--no-cache") { Description = "Keep nothing between runs", Recursive = true };
    private readonly Option<ReportFormat> _format = new("--format") { Description = "How findings are printed; text by default", HelpName = "text|json|sarif|github", Recursive = true, CustomParser = ParseFormat };
    private readonly Option<bool> _strict = new("--strict") { Description = "Warnings stop the build as errors do", Recursive = true };
    private readonly Option<bool> _quiet = new("--quiet", "-q") { Description = "Only findings", Recursive = true };
    private readonly Option<bool> _verbose = new("--verbose", "-v") { Description = "Say more", Recursive = true };
    private readonly Option<bool> _noColor = new("--no-color") { Description = "No colours and no progress bar; so do NO_COLOR and CI", Recursive = true };
    private readonly Option<bool> _record = new("--record") { Description = "Add the addresses that were published to the input's ledger.txt" };
    private readonly Option<bool> _pdf = new("--pdf") { Description = "Make a PDF file of each brief, by the browser that CHROMIUM names or that is found" };
    private readonly TimeProvider _clock;

    public SharedOptions(TimeProvider clock)
    {
        _clock = clock;
        foreach (var folder in (Option[])[_input, _theme, _output, _cache])
        {
            folder.Validators.Add(result =>
            {
                if (result.Tokens.Any(t => string.IsNullOrWhiteSpace(t.Value)))
                {
                    result.AddError($"{folder.Name} takes the name of a folder, not an empty one.");
                }
            });
        }

        _record.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<bool>() && result.GetValue(_drafts))
            {
                result.AddError("--record and --drafts do not go together: what drafts show is not published for good.");
            }
        });
        _cache.Validators.Add(result =>
        {
            foreach (var folder in (Option<string>[])[_input, _output])
            {
                if (result.GetValueOrDefault<string?>() is { Length: > 0 } cache && FilePath.Contains(Path.GetFullPath(result.GetValue(folder)!), Path.GetFullPath(cache)))
                {
                    result.AddError($"--cache takes a folder apart from {folder.Name}.");
                }
            }
        });
        _baseUrl.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && !Briefs.BaseUrl.TryParse(text, out _))
            {
                result.AddError($"--base-url takes an address such as https://example.org, not '{text}'.");
            }
        });
    }

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_input, _theme, _output, _baseUrl, _drafts, _now, _cache, _noCache, _format, _strict, _quiet, _verbose, _noColor])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>What only a command that publishes can be told.</summary>
    public void AddPublishingTo(Command command) => command.Options.Add(_record);

    /// <summary>What a command that builds a whole site can be told.</summary>
    public void AddPrintingTo(Command command) => command.Options.Add(_pdf);

    public Option<bool> Verbose => _verbose;

    public RunOptions Read(ParseResult parsed)
    {
        var theme = parsed.GetValue(_theme)!;
        var isGiven = parsed.GetResult(_theme) is { Implicit: false };
        return new RunOptions
        {
            Input = parsed.GetValue(_input)!,
            Theme = isGiven || Directory.Exists(theme) ? theme : Path.Combine(AppContext.BaseDirectory, "theme"),
            Output = parsed.GetValue(_output)!,
            BaseUrl = parsed.GetValue(_baseUrl),
            Drafts = parsed.GetValue(_drafts),
            Record = parsed.GetValue(_record),
            Pdf = parsed.GetValue(_pdf),
            Cache = parsed.GetValue(_noCache) ? null : parsed.GetValue(_cache) ?? CacheFolder.Default(),
            Now = parsed.GetValue(_now) ?? DateOnly.FromDateTime(_clock.GetUtcNow().UtcDateTime),
            Format = parsed.GetValue(_format),
            Strict = parsed.GetValue(_strict),
            Quiet = parsed.GetValue(_quiet),
            Verbose = parsed.GetValue(_verbose),
            IsDecorated = !parsed.GetValue(_noColor) && !Console.IsErrorRedirected && !IsSet("NO_COLOR") && !IsSet("CI") && Environment.GetEnvironmentVariable("TERM") != "dumb",
        };
    }

    // https://no-color.org: present and not empty.
    private static bool IsSet(string variable) => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable));

    private static DateOnly? ParseDay(ArgumentResult result)
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        result.AddError($"--now takes a day such as 2024-03-12, not '{text}'.");
        return null;
    }

    private static ReportFormat ParseFormat(ArgumentResult result)
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        ReportFormat? format = text switch
        {
            "text" => ReportFormat.Text,
            "json" => ReportFormat.Json,
            "sarif" => ReportFormat.Sarif,
            "github" => ReportFormat.Github,
            _ => null,
        };
        if (format is null)
        {
            result.AddError($"--format takes text, json, sarif or github, not '{text}'.");
        }

        return format ?? default;
    }
}
