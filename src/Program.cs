using System.CommandLine;
using PolicyArchive.Commands;
using PolicyArchive.Findings;
using PolicyArchive.Naming;
using PolicyArchive.Publishing;

var errors = StandardStream.Error();
Console.SetOut(StandardStream.Output().Writer());
Console.SetError(errors.Writer());
ProcessLimits.MakeFileSizeAnError();

var shared = new SharedOptions(TimeProvider.System);
var root = new RootCommand("Builds a policy-brief archive: input/ and theme/ to output/.");
var build = new Command("build", "Write the site to the output folder (what is done when no command is given)");
var check = new Command("check", "Say everything that is wrong, in every finished page, without publishing");
var newBrief = new NewCommandLine(shared);
var deploy = new DeployCommandLine(shared);
var preview = new PreviewCommandLine(shared);
shared.AddTo(root);
var import = new Command("import", "Bring text, saved web pages, WordPress exports and Word files into the input folder as drafts, and whole sites of Hugo, Jekyll, Eleventy and Statiq");
var sources = new Argument<string[]>("FILE|FOLDER") { Description = "What to bring in; of a folder, every file that can be read, or the site that it is", Arity = ArgumentArity.OneOrMore };
var kind = new Option<string?>("--kind") { Description = "The kind of every piece, such as \"Report\"", HelpName = "KIND" };
var language = new Option<string?>("--language") { Description = "The language of every piece, such as fr; by default what the piece itself says", HelpName = "TAG" };
import.Arguments.Add(sources);
import.Options.Add(kind);
import.Options.Add(language);
language.Validators.Add(ImportCommand.ValidateLanguage);
shared.AddPublishingTo(root);
shared.AddPublishingTo(build);
shared.AddPrintingTo(root);
shared.AddPrintingTo(build);
root.Subcommands.Add(build);
root.Subcommands.Add(check);
root.Subcommands.Add(newBrief.Command);
root.Subcommands.Add(import);
root.Subcommands.Add(preview.Command);
root.Subcommands.Add(deploy.Command);
root.SetAction(parsed => BuildCommand.Run(shared.Read(parsed)));
build.SetAction(parsed => BuildCommand.Run(shared.Read(parsed)));
// What is wrong is all that a check makes: unsaid, it has failed.
check.SetAction(parsed => CheckCommand.Run(shared.Read(parsed)) is var code && errors.HasFailed ? Outcome.MachineFailed : code);
import.SetAction(parsed => ImportCommand.Run(shared.Read(parsed), parsed.GetValue(sources)!, parsed.GetValue(kind), parsed.GetValue(language)));
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
          dotnet run -- build --pdf                     with a PDF file of each brief
          dotnet run -- build --drafts -o staging --base-url https://staging.example.org
        """,
    [newBrief.Command] = """
          dotnet run -- new "Cash before the drought peaks"
          dotnet run -- new "What the census missed" --series "Evidence notes" --topic ageing --edit
        """,
    [deploy.Command] = """
          NETLIFY_SITE_ID=my-archive.netlify.app dotnet run -- deploy --dry-run
          dotnet run -- deploy                          a draft, to be looked at
          dotnet run -- deploy --prod                   the site that readers see
        """,
    [preview.Command] = """
          dotnet run -- preview --open                  write, save, and see
          dotnet run -- preview --drafts --port 0       with drafts and embargoed briefs, marked as such
        """,
    [check] = """
          dotnet run -- check --format github           annotations in a pull request
          dotnet run -- check --quiet --format sarif 2> findings.sarif
        """,
    [import] = """
          dotnet run -- import article.txt              one piece; its report lies beside the draft
          dotnet run -- import saved-pages/ --language fr
          dotnet run -- import export.xml --kind Commentary
          dotnet run -- import ../my-hugo-site          a whole site, with its addresses
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
    ProcessLimits.RefuseFewOpenFiles();
    return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception failure) when (failure is MachineFailure || MachineFailure.Is(failure))
{
    Console.Error.WriteLine($"The machine failed: {failure.Message}");
    return Outcome.MachineFailed;
}
catch (Exception fault)
{
    Console.Error.WriteLine(Outcome.Fault(fault, parsed.GetValue(shared.Verbose)));
    return Outcome.MachineFailed;
}
