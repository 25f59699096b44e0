using System.CommandLine;
using PolicyArchive.Commands;
using PolicyArchive.Publishing;

var shared = new SharedOptions(TimeProvider.System);
var root = new RootCommand("""
    Builds a policy-brief archive: input/ and theme/ to output/.

    Examples:
      dotnet run                          build the site into output/
      dotnet run -- check                 say what is wrong, publish nothing
      dotnet run -- build -i briefs -o public --base-url https://example.org/archive
    """);
shared.AddTo(root);

var build = new Command("build", "Write the site to the output folder (what is done when no command is given)");
var check = new Command("check", "Say everything that is wrong, in every finished page, without publishing");
build.SetAction(parsed => BuildCommand.Run(shared.Read(parsed)));
check.SetAction(parsed => CheckCommand.Run(shared.Read(parsed)));
root.SetAction(parsed => BuildCommand.Run(shared.Read(parsed)));
root.Subcommands.Add(build);
root.Subcommands.Add(check);

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

try
{
    return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception failure) when (failure is MachineFailure || MachineFailure.Is(failure))
{
    Console.Error.WriteLine($"The machine failed: {failure.Message}");
    return Outcome.MachineFailed;
}
