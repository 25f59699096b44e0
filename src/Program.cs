using System.CommandLine;
using System.Text;
using PolicyArchive.Commands;
using PolicyArchive.Naming;
using PolicyArchive.Publishing;

// Whatever the machine's own character set: what is written here is read by editors and CI.
var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
Console.SetOut(new StreamWriter(Console.OpenStandardOutput(), utf8) { AutoFlush = true });
Console.SetError(new StreamWriter(Console.OpenStandardError(), utf8) { AutoFlush = true });

var shared = new SharedOptions(TimeProvider.System);
var root = new RootCommand("Builds a policy-brief archive: input/ and theme/ to output/.");
var build = new Command("build", "Write the site to the output folder (what is done when no command is given)");
var check = new Command("check", "Say everything that is wrong, in every finished page, without publishing");
var preview = new Command("preview", "Serve the site on this machine, and show each save in the browser");
var port = new Option<int>("--port") { Description = "The port of 127.0.0.1; 0 for any that is free", HelpName = "NUMBER", DefaultValueFactory = _ => 5080 };
var open = new Option<bool>("--open") { Description = "Open the browser" };
port.Validators.Add(result =>
{
    if (result.Tokens is [var given] && (!int.TryParse(given.Value, out var number) || number is < 0 or > 65535))
    {
        result.AddError($"--port takes a number from 0 to 65535, not '{given.Value}'.");
    }
});
preview.Options.Add(port);
preview.Options.Add(open);
shared.AddTo(root);
shared.AddPublishingTo(root);
shared.AddPublishingTo(build);
root.Subcommands.Add(build);
root.Subcommands.Add(check);
root.Subcommands.Add(preview);
root.SetAction(parsed => BuildCommand.Run(shared.Read(parsed)));
build.SetAction(parsed => BuildCommand.Run(shared.Read(parsed)));
check.SetAction(parsed => CheckCommand.Run(shared.Read(parsed)));
preview.SetAction(parsed => PreviewCommand.Run(shared.Read(parsed), parsed.GetValue(port), parsed.GetValue(open)));
ExamplesHelp.AddTo(root, new Dictionary<Command, string>
{
    [root] = """
          dotnet run                                    build the site into output/
          dotnet run -- check                           say what is wrong, publish nothing
          dotnet run -- -i briefs -o public --base-url https://example.org/archive
        """,
    [build] = """
          dotnet run -- build --strict                  warnings stop the build too
          dotnet run -- build --now 2024-03-12          the site as it is on that day
          dotnet run -- build --record                  and remember its addresses in input/ledger.txt
          dotnet run -- build --drafts -o staging --base-url https://staging.example.org
        """,
    [preview] = """
          dotnet run -- preview --open                  write, save, and see
          dotnet run -- preview --drafts --port 0       with drafts and embargoed briefs, marked as such
        """,
    [check] = """
          dotnet run -- check --format github           annotations in a pull request
          dotnet run -- check --quiet --format sarif 2> findings.sarif
        """,
});

var parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    foreach (var error in parsed.Errors)
    {
        Console.Error.WriteLine(error.Message);
    }

    Console.Error.WriteLine("See --help.");
    return Outcome.CommandLineIsWrong;
}

if (!TextFold.CanNormalise)
{
    Console.Error.WriteLine("The machine failed: Unicode cannot be normalised here; install libicu, and unset DOTNET_SYSTEM_GLOBALIZATION_INVARIANT");
    return Outcome.MachineFailed;
}

try
{
    return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception failure) when (failure is MachineFailure || MachineFailure.Is(failure))
{
    Console.Error.WriteLine($"The machine failed: {failure.Message}");
    return Outcome.MachineFailed;
}
