using System.CommandLine;
using BenchmarkDotNet.Running;
using PolicyArchive.Benchmarks;

var generator = new Option<FileInfo>("--generator") { Description = "A program that is run as `GENERATOR N FOLDER` and writes N briefs", Required = true };
var sizes = new Option<int[]>("--sizes") { Description = "How many briefs, one or more", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [100, 1_000, 10_000] };
var work = new Option<DirectoryInfo>("--work") { Description = "Where corpora and sites are kept", Required = true };
var runs = new Option<int>("--runs") { Description = "Counted runs of each; medians are printed", DefaultValueFactory = _ => 3 };
var peers = new Option<string[]>("--peer") { Description = "Another generator to run in turn with ours, as NAME=COMMAND; {n} in it is the number of briefs. It must leave its old output aside by itself", AllowMultipleArgumentsPerToken = false, DefaultValueFactory = _ => [] };

var native = new Option<FileInfo?>("--native") { Description = "This generator as a native program, to run in turn with the one on the runtime" };
var plot = new Option<FileInfo?>("--plot") { Description = "Where wall time over size is drawn, as SVG" };

var corpora = new Command("corpora", "Builds generated archives of several sizes in new processes: time by stage, CPU, peak memory, pages") { generator, sizes, work, runs, native, peers, plot };
corpora.SetAction(parsed => CorpusRuns.Run(
    parsed.GetValue(generator)!, parsed.GetValue(sizes)!, parsed.GetValue(work)!, parsed.GetValue(runs), parsed.GetValue(native), [.. parsed.GetValue(peers)!.Select(Peer.Parse)], parsed.GetValue(plot), Console.Out));

var loops = new Command("loops", "Times the inner loops (BenchmarkDotNet)") { TreatUnmatchedTokensAsErrors = false };
loops.SetAction(parsed =>
{
    BenchmarkSwitcher.FromAssembly(typeof(ReadingLoops).Assembly).Run([.. parsed.UnmatchedTokens]);
    return 0;
});

var collection = new Option<DirectoryInfo>("--collection") { Description = "docs.jsonl, queries*.jsonl and qrels.tsv of a judged collection", Required = true };
var chromium = new Option<string>("--chromium") { Description = "The browser", DefaultValueFactory = _ => "/usr/bin/chromium" };
var search = new Command("search", "Makes briefs of a judged collection, builds and serves them, asks its queries in a browser, and scores the answers") { collection, work, chromium };
search.SetAction((parsed, _) => SearchRuns.Run(parsed.GetValue(collection)!, parsed.GetValue(work)!, parsed.GetValue(chromium)!, Console.Out));

var input = new Option<DirectoryInfo>("--input") { Description = "An archive", Required = true };
var other = new Option<DirectoryInfo>("--other") { Description = "Another that differs from it in many files", Required = true };
var times = new Option<int>("--kills") { Description = "How many builds are ended", DefaultValueFactory = _ => 100 };
var signal = new Option<string>("--signal") { Description = "KILL, TERM, INT or HUP", DefaultValueFactory = _ => "KILL" };
var seed = new Option<int>("--seed") { Description = "Of the random moments", DefaultValueFactory = _ => 1 };
var kills = new Command("kills", "Ends builds at random moments and holds what is left against the two whole sites") { input, other, times, signal, seed, work };
kills.SetAction(parsed => KillRuns.Run([parsed.GetValue(input)!.FullName, parsed.GetValue(other)!.FullName], parsed.GetValue(work)!, parsed.GetValue(times), parsed.GetValue(signal)!, parsed.GetValue(seed), Console.Out));

return new RootCommand("Measures the generator") { corpora, loops, search, kills }.Parse(args).Invoke();
