namespace PolicyArchive.Findings;

/// <summary>A note is no mistake: something was left out, and the site is whole without it.</summary>
public enum Severity { Note, Warning, Error }

/// <summary>One mistake of a writer, a designer or a setting: what is wrong, where, and what to do about it.</summary>
/// <param name="Code">Stable name of the kind of mistake, such as <c>BRIEF002</c>; listed in docs/findings.md.</param>
/// <param name="Message">What is wrong, in one clause without a full stop.</param>
/// <param name="Hint">What to do, or empty.</param>
public sealed record Finding(Severity Severity, string Code, Place Place, string Message, string Hint = "")
{
    public static Finding Error(string code, Place place, string message, string hint = "") =>
        new(Severity.Error, code, place, message, hint);

    public static Finding Warning(string code, Place place, string message, string hint = "") =>
        new(Severity.Warning, code, place, message, hint);

    public static Finding Note(string code, Place place, string message, string hint = "") =>
        new(Severity.Note, code, place, message, hint);

    /// <summary><c>error</c>, <c>warning</c> or <c>note</c>.</summary>
    public string Level => Severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };

    /// <summary>The line that editors and CI read: <c>file(line,column): error CODE: message; hint</c>.</summary>
    public override string ToString() =>
        $"{Place}: {Level} {Code}: {Message}{(Hint.Length > 0 ? "; " + Hint : "")}";
}
