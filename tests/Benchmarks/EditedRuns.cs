namespace PolicyArchive.Benchmarks;

/// <summary>Builds of an archive in which one text has got another sentence, in new processes and over what the build before made.</summary>
internal sealed class EditedRuns
{
    private readonly string[] _arguments;
    private readonly string _program;
    private readonly string _work;
    private readonly string _text;
    private readonly string _before;

    public EditedRuns(string program, string input, DirectoryInfo work)
    {
        (_program, _work) = (program, work.FullName);
        var folder = Path.Combine(work.FullName, "edited", $"{Path.GetFileName(input)}-{DateTime.UtcNow:yyyyMMddHHmmssfff}");
        _arguments = ["build", "--cache", Path.Combine(folder, "cache"), "--input", input, "--output", Path.Combine(folder, "site"), "--theme", Path.Combine(AppContext.BaseDirectory, "theme")];
        string[] texts = [.. Directory.GetFiles(Path.Combine(input, "briefs"), "*.md").Order(StringComparer.Ordinal)];
        _text = texts[texts.Length / 2];
        _before = File.ReadAllText(_text);

        // The first makes everything, and the second finds a site in the place of which it puts its own.
        Build();
        Next();
    }

    public MeasuredRun Next()
    {
        File.AppendAllText(_text, "\nOne more sentence.\n");
        return Build();
    }

    /// <summary>The text is as it was.</summary>
    public void End() => File.WriteAllText(_text, _before);

    private MeasuredRun Build() => MeasuredRun.Of(_program, _arguments, _work);
}
