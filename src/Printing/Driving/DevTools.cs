using System.Buffers;
using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;

namespace PolicyArchive.Printing.Driving;

/// <summary>
/// A connection to a browser by the Chrome DevTools Protocol: methods that are answered, and events. Safe to use from many
/// threads; when it breaks, whatever waits for an answer fails.
/// </summary>
internal sealed class DevTools : IAsyncDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonElement>> _waiting = new();
    private readonly ConcurrentDictionary<string, Action<string, JsonElement>> _listeners = new(StringComparer.Ordinal);
    private Task _reading = Task.CompletedTask;
    private int _lastId;

    private DevTools()
    {
    }

    /// <summary>Whether the browser still answers.</summary>
    public bool IsOpen => _socket.State == WebSocketState.Open && !_reading.IsCompleted;

    public static async Task<DevTools> ConnectAsync(Uri address, CancellationToken stop)
    {
        var connection = new DevTools();
        await connection._socket.ConnectAsync(address, stop).ConfigureAwait(false);
        connection._reading = Task.Run(connection.ReadAsync, CancellationToken.None);
        return connection;
    }

    /// <param name="session">The target that is meant, or null for the browser itself.</param>
    /// <param name="heard">Called with the name and the parameters of each event, one after the other.</param>
    public void Listen(string session, Action<string, JsonElement> heard) => _listeners[session] = heard;

    public void Forget(string session) => _listeners.TryRemove(session, out _);

    /// <exception cref="PrintFailure">The browser refuses, or is gone.</exception>
    public async Task<JsonElement> CallAsync(string method, string? session, Action<Utf8JsonWriter>? parameters, CancellationToken stop)
    {
        var id = Interlocked.Increment(ref _lastId);
        var answer = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting[id] = answer;
        try
        {
            await SendAsync(Message(id, method, session, parameters), stop).ConfigureAwait(false);
            if (_reading.IsCompleted)
            {
                throw new PrintFailure("the browser is gone");
            }

            return await answer.Task.WaitAsync(stop).ConfigureAwait(false);
        }
        catch (Exception e) when (e is WebSocketException or InvalidOperationException)
        {
            throw new PrintFailure("the browser is gone");
        }
        finally
        {
            _waiting.TryRemove(id, out _);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync().ConfigureAwait(false);
        _socket.Abort();
        await _reading.ConfigureAwait(false);
        _socket.Dispose();
        _sending.Dispose();
        _end.Dispose();
    }

    private static ReadOnlyMemory<byte> Message(int id, string method, string? session, Action<Utf8JsonWriter>? parameters)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteNumber("id", id);
            json.WriteString("method", method);
            if (session is not null)
            {
                json.WriteString("sessionId", session);
            }

            json.WriteStartObject("params");
            parameters?.Invoke(json);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return bytes.WrittenMemory;
    }

    // A socket takes one message at a time.
    private async Task SendAsync(ReadOnlyMemory<byte> message, CancellationToken stop)
    {
        await _sending.WaitAsync(stop).ConfigureAwait(false);
        try
        {
            // Not to be broken off in the middle: that would close the connection for all.
            await _socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, _end.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            throw new PrintFailure("the browser is gone");
        }
        finally
        {
            _sending.Release();
        }
    }

    private async Task ReadAsync()
    {
        var message = new ArrayBufferWriter<byte>();
        try
        {
            while (true)
            {
                var part = await _socket.ReceiveAsync(message.GetMemory(1 << 16), _end.Token).ConfigureAwait(false);
                if (part.MessageType == WebSocketMessageType.Close)
                {
                    return;
                }

                message.Advance(part.Count);
                if (part.EndOfMessage)
                {
                    Take(message.WrittenMemory);
                    message.ResetWrittenCount();
                }
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or ObjectDisposedException or JsonException)
        {
            // The end of the connection, which those who wait are told below.
        }
        finally
        {
            foreach (var answer in _waiting.Values)
            {
                answer.TrySetException(new PrintFailure("the browser is gone"));
            }
        }
    }

    private void Take(ReadOnlyMemory<byte> message)
    {
        using var document = JsonDocument.Parse(message);
        var root = document.RootElement;
        if (root.TryGetProperty("id", out var id))
        {
            if (_waiting.TryGetValue(id.GetInt32(), out var answer))
            {
                _ = root.TryGetProperty("error", out var error)
                    ? answer.TrySetException(new PrintFailure(error.GetProperty("message").GetString() ?? "the browser refused"))
                    : answer.TrySetResult(root.GetProperty("result").Clone());
            }
        }
        else if (root.TryGetProperty("sessionId", out var session) && _listeners.TryGetValue(session.GetString()!, out var heard))
        {
            heard(root.GetProperty("method").GetString()!, root.GetProperty("params").Clone());
        }
    }
}
