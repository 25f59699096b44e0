using System.CommandLine;

namespace PolicyArchive.Commands;

/// <summary>Declares <c>deploy</c> and reads what is given to it.</summary>
internal sealed class DeployCommandLine
{
    private readonly Option<string?> _site = new("--site") { Description = "The site's id or host name; NETLIFY_SITE_ID by default", HelpName = "SITE" };
    private readonly Option<bool> _production = new("--prod") { Description = "Make it the site that readers see; without it a draft at an address of its own" };
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "List what would change, send nothing" };
    private readonly Option<string?> _message = new("--message", "-m") { Description = "What the host's list of deploys says of it", HelpName = "TEXT" };

    public DeployCommandLine(SharedOptions shared)
    {
        Command = new Command("deploy", "Check, build, and publish to Netlify what has changed. The token is read from NETLIFY_AUTH_TOKEN") { _site, _production, _dryRun, _message };
        shared.AddPrintingTo(Command);
        Command.SetAction(parsed => DeployCommand.Run(
            shared.Read(parsed),
            new DeployCommand.Request(parsed.GetValue(_site), parsed.GetValue(_production), parsed.GetValue(_dryRun), parsed.GetValue(_message))));
    }

    public Command Command { get; }
}
