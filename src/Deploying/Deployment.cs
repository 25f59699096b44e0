using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using PolicyArchive.Markup;

namespace PolicyArchive.Deploying;

/// <summary>What a deployment would change on the host.</summary>
public sealed record Changes(ImmutableArray<string> Added, ImmutableArray<string> Changed, ImmutableArray<string> Removed);

/// <summary>A deployment that is done.</summary>
/// <param name="Address">Where it can be seen.</param>
/// <param name="Uploaded">How many files had to be sent.</param>
public sealed record Deployed(string Id, string Address, int Uploaded);

/// <summary>
/// A digest deploy: the host is told what the site is made of, asks for what it has not, and shows the new site when it has all of it.
/// Until then it shows the old one.
/// </summary>
public sealed class Deployment(NetlifySite site, TimeSpan firstWait)
{
    // The host works on more than these in the background, and is asked until it is ready ("async" in its documentation).
    private const int MostFilesAtOnce = 1000;
    private const int Uploads = 8;
    private static readonly TimeSpan LongestProcessing = TimeSpan.FromMinutes(30);

    /// <exception cref="DeployFailure">The host refused or failed.</exception>
    public async Task<Changes> Compare(ImmutableArray<SiteFile> files, CancellationToken stop)
    {
        using var api = new NetlifyApi(site, firstWait);
        var answer = await api.Get($"sites/{Uri.EscapeDataString(site.Site)}/files", stop).ConfigureAwait(false);
        var there = answer.ValueKind == JsonValueKind.Array
            ? answer.EnumerateArray().ToDictionary(file => Text(file, "path").TrimStart('/'), file => Text(file, "sha"), StringComparer.Ordinal)
            : throw new DeployFailure($"{site.Api.Host} did not list the files of its site");
        return new Changes(
            [.. files.Where(file => !there.ContainsKey(file.Path)).Select(file => file.Path)],
            [.. files.Where(file => there.TryGetValue(file.Path, out var sha) && sha != file.Sha1).Select(file => file.Path)],
            [.. there.Keys.Except(files.Select(file => file.Path), StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    }

    /// <param name="isDraft">At an address of its own, which readers of the site do not see.</param>
    /// <param name="advance">Told how many of how many files have been sent.</param>
    /// <exception cref="DeployFailure">The host refused or failed.</exception>
    public async Task<Deployed> Publish(ImmutableArray<SiteFile> files, bool isDraft, string title, Action<int, int> advance, CancellationToken stop)
    {
        using var api = new NetlifyApi(site, firstWait);
        var begun = await api.Post($"sites/{Uri.EscapeDataString(site.Site)}/deploys?title={Uri.EscapeDataString(title)}", Announcement(files, isDraft), stop).ConfigureAwait(false);
        var id = Text(begun, "id");
        var prepared = await Until(api, begun, id, deploy => deploy.TryGetProperty("required", out var required) && required.ValueKind == JsonValueKind.Array && Text(deploy, "state") != "preparing", stop).ConfigureAwait(false);
        var required = prepared.GetProperty("required").EnumerateArray().Select(sha => sha.GetString()).ToFrozenSet(StringComparer.Ordinal);

        // Files of one content are asked for once, and sent once.
        var missing = files.Where(file => required.Contains(file.Sha1)).DistinctBy(file => file.Sha1, StringComparer.Ordinal).ToArray();
        var sent = 0;
        advance(0, missing.Length);
        await Parallel.ForEachAsync(missing, new ParallelOptions { MaxDegreeOfParallelism = Uploads, CancellationToken = stop }, async (file, stopped) =>
        {
            var path = string.Join('/', file.Path.Split('/').Select(Uri.EscapeDataString));
            await api.Put($"deploys/{Uri.EscapeDataString(id)}/files/{path}", () => File.OpenRead(file.Source), stopped).ConfigureAwait(false);
            advance(Interlocked.Increment(ref sent), missing.Length);
        }).ConfigureAwait(false);
        var done = await Until(api, default, id, deploy => Text(deploy, "state") == "ready", stop).ConfigureAwait(false);
        var address = (isDraft ? Text(done, "deploy_ssl_url") : Text(done, "ssl_url")) is { Length: > 0 } secure ? secure : Text(done, isDraft ? "deploy_url" : "url");
        return new Deployed(id, address, missing.Length);
    }

    private static byte[] Announcement(ImmutableArray<SiteFile> files, bool isDraft)
    {
        using var buffer = new MarkupWriter();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteBoolean("draft", isDraft);
            json.WriteBoolean("async", files.Length > MostFilesAtOnce);
            json.WriteStartObject("files");
            foreach (var file in files)
            {
                json.WriteString("/" + file.Path, file.Sha1);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private async Task<JsonElement> Until(NetlifyApi api, JsonElement known, string id, Func<JsonElement, bool> isReached, CancellationToken stop)
    {
        var deploy = known;
        var end = DateTimeOffset.UtcNow + LongestProcessing;
        for (var wait = firstWait; ; wait = wait < TimeSpan.FromSeconds(5) ? wait * 1.5 : wait)
        {
            if (deploy.ValueKind == JsonValueKind.Object)
            {
                if (Text(deploy, "state") is "error" or "rejected")
                {
                    throw new DeployFailure($"{site.Api.Host} could not make the site: {(Text(deploy, "error_message") is { Length: > 0 } said ? said : "it does not say why")}");
                }

                if (isReached(deploy))
                {
                    return deploy;
                }

                await Task.Delay(wait, stop).ConfigureAwait(false);
            }

            if (DateTimeOffset.UtcNow > end)
            {
                throw new DeployFailure($"{site.Api.Host} has not finished after {LongestProcessing.TotalMinutes:0} minutes; deploy {id} may still appear");
            }

            deploy = await api.Get($"deploys/{Uri.EscapeDataString(id)}", stop).ConfigureAwait(false);
        }
    }

    private static string Text(JsonElement owner, string name) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
