using System.Text.Json;

namespace PolicyArchive.Printing.Driving;

/// <summary>A page in a browser that asks for files and gets them from the site in the making, never from the network.</summary>
internal sealed class Tab : IAsyncDisposable
{
    private static readonly TimeSpan CloseLimit = TimeSpan.FromSeconds(5);

    private readonly DevTools _devTools;
    private readonly string _target;
    private readonly string _session;
    private readonly TaskCompletionSource _loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Tab(DevTools devTools, string target, string session, Func<Uri, ServedFile?> files)
    {
        (_devTools, _target, _session) = (devTools, target, session);
        devTools.Listen(session, (method, parameters) => Hear(method, parameters, files));
    }

    /// <param name="files">What stands at an address; null where nothing does.</param>
    /// <exception cref="PrintFailure">The browser failed.</exception>
    public static async Task<Tab> OpenAsync(Browser browser, Func<Uri, ServedFile?> files, CancellationToken stop)
    {
        var devTools = browser.DevTools;
        var made = await devTools.CallAsync("Target.createTarget", null, json => json.WriteString("url", "about:blank"), stop).ConfigureAwait(false);
        var target = made.GetProperty("targetId").GetString()!;
        var attached = await devTools.CallAsync("Target.attachToTarget", null, json =>
        {
            json.WriteString("targetId", target);
            json.WriteBoolean("flatten", true);
        }, stop).ConfigureAwait(false);
        return new Tab(devTools, target, attached.GetProperty("sessionId").GetString()!, files);
    }

    /// <summary>The page at that address as a tagged PDF file, by the print styles.</summary>
    /// <exception cref="PrintFailure">The page crashed the browser, or it refused.</exception>
    public async Task<byte[]> PrintAsync(Uri address, CancellationToken stop)
    {
        await CallAsync("Page.enable", null, stop).ConfigureAwait(false);
        await CallAsync("Inspector.enable", null, stop).ConfigureAwait(false);
        await CallAsync("Fetch.enable", null, stop).ConfigureAwait(false);

        // Pages are whole without scripts.
        await CallAsync("Emulation.setScriptExecutionDisabled", json => json.WriteBoolean("value", true), stop).ConfigureAwait(false);
        await CallAsync("Emulation.setEmulatedMedia", json => json.WriteString("media", "print"), stop).ConfigureAwait(false);
        var gone = await CallAsync("Page.navigate", json => json.WriteString("url", address.AbsoluteUri), stop).ConfigureAwait(false);
        if (gone.TryGetProperty("errorText", out var error))
        {
            throw new PrintFailure($"the browser does not open it: {error.GetString()}");
        }

        await _loaded.Task.WaitAsync(stop).ConfigureAwait(false);
        var printed = await CallAsync("Page.printToPDF", json =>
        {
            json.WriteBoolean("printBackground", true);
            json.WriteBoolean("preferCSSPageSize", true);
            json.WriteBoolean("generateTaggedPDF", true);
            json.WriteBoolean("generateDocumentOutline", true);

            // A4 in inches, where the style sheet names no size.
            json.WriteNumber("paperWidth", 210 / 25.4);
            json.WriteNumber("paperHeight", 297 / 25.4);
        }, stop).ConfigureAwait(false);
        return printed.GetProperty("data").GetBytesFromBase64();
    }

    public async ValueTask DisposeAsync()
    {
        _devTools.Forget(_session);
        _loaded.TrySetResult();
        try
        {
            using var limit = new CancellationTokenSource(CloseLimit);
            await _devTools.CallAsync("Target.closeTarget", null, json => json.WriteString("targetId", _target), limit.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is PrintFailure or OperationCanceledException)
        {
            // It is gone with its browser, or goes with it later.
        }
    }

    private void Hear(string method, JsonElement parameters, Func<Uri, ServedFile?> files)
    {
        switch (method)
        {
            case "Page.loadEventFired":
                _loaded.TrySetResult();
                break;
            case "Inspector.targetCrashed":
                _loaded.TrySetException(new PrintFailure("the page crashed"));
                break;
            case "Fetch.requestPaused":
                // Not waited for: this is called by whoever would read the answer.
                _ = AnswerAsync(parameters, files);
                break;
        }
    }

    private async Task AnswerAsync(JsonElement paused, Func<Uri, ServedFile?> files)
    {
        var id = paused.GetProperty("requestId").GetString()!;
        var file = Uri.TryCreate(paused.GetProperty("request").GetProperty("url").GetString(), UriKind.Absolute, out var address) ? files(address) : null;
        try
        {
            await (file is null
                ? CallAsync("Fetch.failRequest", json =>
                {
                    json.WriteString("requestId", id);
                    json.WriteString("errorReason", "BlockedByClient");
                }, CancellationToken.None)
                : CallAsync("Fetch.fulfillRequest", json =>
                {
                    json.WriteString("requestId", id);
                    json.WriteNumber("responseCode", 200);
                    json.WriteStartArray("responseHeaders");
                    json.WriteStartObject();
                    json.WriteString("name", "Content-Type");
                    json.WriteString("value", file.MediaType);
                    json.WriteEndObject();
                    json.WriteEndArray();
                    json.WriteBase64String("body", file.Bytes.Span);
                }, CancellationToken.None)).ConfigureAwait(false);
        }
        catch (PrintFailure failure)
        {
            _loaded.TrySetException(failure);
        }
    }

    private Task<JsonElement> CallAsync(string method, Action<Utf8JsonWriter>? parameters, CancellationToken stop) => _devTools.CallAsync(method, _session, parameters, stop);
}

/// <summary>What a page asks for.</summary>
internal sealed record ServedFile(ReadOnlyMemory<byte> Bytes, string MediaType);
