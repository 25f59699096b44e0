using System.CommandLine;
using System.Globalization;

namespace PolicyArchive.Commands;

/// <summary>Declares <c>preview</c> and reads what is given to it.</summary>
internal sealed class PreviewCommandLine
{
    private readonly Option<int> _port = new("--port") { Description = "The port of 127.0.0.1; 0 for any that is free", HelpName = "NUMBER", DefaultValueFactory = _ => 5080 };
    private readonly Option<bool> _open = new("--open") { Description = "Open the browser" };

    public PreviewCommandLine(SharedOptions shared)
    {
        Command = new Command("preview", "Serve the site on this machine, and show each save in the browser") { _port, _open };
        _port.Validators.Add(result =>
        {
            if (result.Tokens is [var given] && (!int.TryParse(given.Value, CultureInfo.InvariantCulture, out var number) || number is < 0 or > 65535))
            {
                result.AddError($"--port takes a number from 0 to 65535, not '{given.Value}'.");
            }
        });
        Command.SetAction(parsed => PreviewCommand.Run(shared.Read(parsed), parsed.GetValue(_port), parsed.GetValue(_open)));
    }

    public Command Command { get; }
}
