using System.Collections.Immutable;
using PolicyArchive.Deploying;

namespace PolicyArchive.Commands;

/// <summary><c>deploy</c>: checks, builds, and publishes to Netlify what has changed.</summary>
internal static class DeployCommand
{
    internal sealed record Request(string? Site, bool Production, bool DryRun, string? Message);

    private const int MostShown = 50;
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(400);

    public static int Run(RunOptions options, Request request)
    {
        if (Target(options, request) is not { } target)
        {
            return Outcome.CommandLineIsWrong;
        }

        // First everything that can be known to be wrong; only a clean site is built and sent.
        foreach (var step in (Func<RunOptions, int>[])[CheckCommand.Run, BuildCommand.Run])
        {
            // What becomes public is promised to readers.
            if (step(options with { Record = request.Production }) is var code and not Outcome.Done)
            {
                return code;
            }
        }

        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, key) =>
        {
            key.Cancel = true;
            stop.Cancel();
        };
        try
        {
            var files = SiteFiles.In(options.Output);
            var deployment = new Deployment(target, FirstWait);
            return (request.DryRun ? Compare(deployment, files, stop.Token) : Publish(options, request, deployment, files, stop.Token)).GetAwaiter().GetResult();
        }
        catch (DeployFailure failure)
        {
            Console.Error.WriteLine($"The deployment failed: {failure.Message}. Readers see the site that they saw before.");
            return Outcome.MachineFailed;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            Console.Error.WriteLine("The deployment was broken off. Readers see the site that they saw before.");
            return Outcome.MachineFailed;
        }
    }

    private static async Task<int> Compare(Deployment deployment, ImmutableArray<SiteFile> files, CancellationToken stop)
    {
        var changes = await deployment.Compare(files, stop).ConfigureAwait(false);
        foreach (var (sign, paths) in (ReadOnlySpan<(char, ImmutableArray<string>)>)[('+', changes.Added), ('~', changes.Changed), ('-', changes.Removed)])
        {
            foreach (var path in paths.Take(MostShown))
            {
                Console.Out.WriteLine($"{sign} /{path}");
            }

            if (paths.Length > MostShown)
            {
                Console.Out.WriteLine($"{sign} and {paths.Length - MostShown} more");
            }
        }

        Console.Out.WriteLine($"{changes.Added.Length} new, {changes.Changed.Length} changed, {changes.Removed.Length} gone, of {files.Length} files; nothing was sent");
        return Outcome.Done;
    }

    private static async Task<int> Publish(RunOptions options, Request request, Deployment deployment, ImmutableArray<SiteFile> files, CancellationToken stop)
    {
        var said = -1;
        var gate = new Lock();
        var deployed = await deployment.Publish(files, !request.Production, request.Message ?? "policy-archive", Advance, stop).ConfigureAwait(false);
        if (!options.Quiet)
        {
            Console.Out.WriteLine($"{deployed.Uploaded} of {files.Length} files sent; {(request.Production ? "published" : "a draft")} at {deployed.Address}");
            if (!request.Production)
            {
                Console.Out.WriteLine("With --prod it becomes the site that readers see.");
            }
        }

        return Outcome.Done;

        // A line for each tenth of the way, on a terminal or off it.
        void Advance(int sent, int all)
        {
            lock (gate)
            {
                var tenth = all == 0 ? 10 : sent * 10 / all;
                if (!options.Quiet && tenth > said)
                {
                    said = tenth;
                    Console.Error.WriteLine($"sent {sent} of {all} files");
                }
            }
        }
    }

    private static NetlifySite? Target(RunOptions options, Request request)
    {
        var token = Environment.GetEnvironmentVariable("NETLIFY_AUTH_TOKEN");
        var site = request.Site ?? Environment.GetEnvironmentVariable("NETLIFY_SITE_ID");
        var address = Environment.GetEnvironmentVariable("NETLIFY_API_URL");
        var api = string.IsNullOrEmpty(address) ? NetlifySite.PublicApi : Uri.TryCreate(address.TrimEnd('/') + "/", UriKind.Absolute, out var given) ? given : null;
        var trouble = string.IsNullOrWhiteSpace(token) ? "NETLIFY_AUTH_TOKEN is not set: make a personal access token in Netlify's user settings and put it there"
            : token.Any(c => c is <= ' ' or > '~') ? "NETLIFY_AUTH_TOKEN holds characters that no token has"
            : string.IsNullOrWhiteSpace(site) ? "no site is named: give --site, or set NETLIFY_SITE_ID to the site's id or host name"
            : api is null || !(api.Scheme == Uri.UriSchemeHttps || (api.Scheme == Uri.UriSchemeHttp && api.IsLoopback)) ? $"NETLIFY_API_URL is no https address: '{address}'"
            : options.Drafts && request.Production ? "--drafts and --prod do not go together: drafts would become public"
            : null;
        if (trouble is null)
        {
            return new NetlifySite(api!, site!.Trim(), token!);
        }

        Console.Error.WriteLine(trouble);
        Console.Error.WriteLine("See deploy --help.");
        return null;
    }
}
