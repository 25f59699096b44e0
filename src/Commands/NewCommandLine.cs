using System.CommandLine;

namespace PolicyArchive.Commands;

/// <summary>Declares <c>new</c> and reads what is given to it.</summary>
internal sealed class NewCommandLine
{
    private readonly Argument<string> _title = new("title") { Description = "What the piece says, in one line", HelpName = "TITLE" };
    private readonly Option<string[]> _authors = new("--author") { Description = "An author, by name or by id in people.yml; git's user where none is given. Can be repeated", HelpName = "NAME" };
    private readonly Option<string[]> _topics = new("--topic") { Description = "A topic. Can be repeated", HelpName = "NAME" };
    private readonly Option<string?> _series = new("--series") { Description = "Its series; the number is the next one", HelpName = "NAME" };
    private readonly Option<string?> _kind = new("--kind") { Description = "Policy brief by default", HelpName = "KIND" };
    private readonly Option<string?> _language = new("--language") { Description = "Where it is not the site's", HelpName = "TAG" };
    private readonly Option<bool> _edit = new("--edit", "-e") { Description = "Open it in $VISUAL or $EDITOR" };

    public NewCommandLine(SharedOptions shared)
    {
        Command = new Command("new", "Write a brief with its front matter, ready to fill in; never overwrites")
        {
            _title, _authors, _topics, _series, _kind, _language, _edit,
        };
        _title.Validators.Add(result =>
        {
            if (result.Tokens.Any(token => Naming.Slug.FromTitle(token.Value) is null))
            {
                result.AddError("a title needs a letter or a digit, of which the address can be made.");
            }
        });
        Command.SetAction(parsed => NewCommand.Run(shared.Read(parsed), new NewCommand.Request(
            parsed.GetValue(_title)!.Trim(),
            [.. parsed.GetValue(_authors) ?? []],
            [.. parsed.GetValue(_topics) ?? []],
            parsed.GetValue(_series),
            parsed.GetValue(_kind),
            parsed.GetValue(_language),
            parsed.GetValue(_edit))));
    }

    public Command Command { get; }
}
