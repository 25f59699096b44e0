using System.Globalization;
using Microsoft.Playwright;

namespace PolicyArchive.Benchmarks;

/// <summary>Asks a judged collection's queries of its own built site, in Chromium, as a reader would, and scores the answers.</summary>
internal static class SearchRuns
{
    private const int Cold = 25;

    public static async Task<int> Run(DirectoryInfo folder, DirectoryInfo work, string chromium, TextWriter table)
    {
        var collection = new SearchCollection(folder);
        var (input, output) = (Path.Combine(work.FullName, "judged"), Path.Combine(work.FullName, "sites", $"judged-{DateTime.UtcNow:yyyyMMddHHmmss}"));
        collection.WriteBriefs(input);
        MeasuredRun.Of(Path.Combine(AppContext.BaseDirectory, "policy-archive"), ["build", "--input", input, "--output", output, "--theme", Path.Combine(AppContext.BaseDirectory, "theme")], work.FullName);
        using var site = new ServedFolder(output, Random.Shared.Next(20_000, 60_000));
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = chromium, Args = ["--no-sandbox", "--disable-gpu"] });
        table.WriteLine("| queries | asked | nDCG@10 | nothing found | KB, new reader | KB, next query | ms to results | errors |");
        table.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var set in collection.QuerySets)
        {
            var queries = collection.Queries(set);
            var judged = collection.Judgements(set);
            var cold = new List<Answer>();
            foreach (var query in queries.Take(Cold))
            {
                await using var context = await browser.NewContextAsync();
                cold.Add(await Ask(await context.NewPageAsync(), site, query));
            }

            await using var kept = await browser.NewContextAsync();
            var page = await kept.NewPageAsync();
            var warm = new List<Answer>();
            foreach (var query in queries)
            {
                warm.Add(await Ask(page, site, query));
            }

            var score = queries.Zip(warm).Where(q => judged.ContainsKey(q.First.Id)).Average(q => Gain(q.Second.Documents, judged[q.First.Id]));
            table.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {set} | {queries.Length} | {score:0.0000} | {warm.Count(a => a.Documents.Length == 0)} | {Median(cold, a => a.Bytes) / 1000:0.0} | {Median(warm.Skip(1), a => a.Bytes) / 1000:0.0} | {Median(warm, a => a.Milliseconds):0} | {warm.Concat(cold).Sum(a => a.Errors)} |"));
        }

        return 0;
    }

    /// <param name="Bytes">That had to be fetched until ten excerpts were shown.</param>
    private sealed record Answer(string[] Documents, long Bytes, double Milliseconds, int Errors);

    private static async Task<Answer> Ask(IPage page, ServedFolder site, JudgedQuery query)
    {
        var errors = 0;
        void Note(object? sender, IConsoleMessage message) => errors += message.Type == "error" ? 1 : 0;
        page.Console += Note;
        var before = site.Bytes;
        await page.GotoAsync($"{site.Url}/search/?q={Uri.EscapeDataString(query.Text)}");
        await page.Locator("[data-search-state=done], [data-search-state=error]").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        var bytes = site.Bytes - before;
        var milliseconds = await page.EvaluateAsync<double>("performance.now()");
        var links = await page.Locator("[data-search-result] h2 a").EvaluateAllAsync<string[]>("links => links.map(a => new URL(a.href).pathname)");
        page.Console -= Note;
        return new Answer([.. links.Select(link => link.Split('/')[2]["d-".Length..])], bytes, milliseconds, errors);
    }

    // Järvelin and Kekäläinen, "Cumulated gain-based evaluation of IR techniques", 2002; gains 2^grade - 1.
    private static double Gain(string[] documents, Dictionary<string, int> judged)
    {
        static double Discounted(IEnumerable<int> grades) => grades.Take(10).Select((grade, i) => (Math.Pow(2, grade) - 1) / Math.Log2(i + 2)).Sum();
        return Discounted(documents.Select(document => judged.GetValueOrDefault(document))) / Discounted(judged.Values.OrderDescending());
    }

    private static double Median(IEnumerable<Answer> answers, Func<Answer, double> figure) => answers.Select(figure).Order().ToArray() is var all && all.Length > 0 ? all[all.Length / 2] : 0;
}
