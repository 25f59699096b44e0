using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace PolicyArchive.Preview.Serving;

/// <summary>Kestrel, bound to the loopback address, without configuration, container or log.</summary>
internal sealed class LocalServer : IAsyncDisposable
{
    private const int LongestHeaders = 16 * 1024;

    private readonly KestrelServer _server;

    private LocalServer(KestrelServer server, int port) => (_server, Port) = (server, port);

    public int Port { get; }

    /// <param name="port">0 for any that is free.</param>
    /// <exception cref="IOException">The port is taken, or may not be used.</exception>
    public static async Task<LocalServer> StartAsync(int port, Func<HttpContext, Task> answer)
    {
        var options = new KestrelServerOptions { AddServerHeader = false };
        options.Limits.MaxRequestHeadersTotalSize = LongestHeaders;
        options.Limits.MaxRequestBodySize = 0;
        options.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        options.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1);
        var transport = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
        var server = new KestrelServer(Options.Create(options), transport, NullLoggerFactory.Instance);
        try
        {
            await server.StartAsync(new Application(answer), CancellationToken.None);
        }
        catch (Exception failure) when (failure is IOException or SocketException or AddressInUseException)
        {
            server.Dispose();
            var reason = failure.GetBaseException() is SocketException { SocketErrorCode: SocketError.AccessDenied } ? "may not be used" : "is taken by another program";
            throw new IOException($"port {port} of 127.0.0.1 {reason}; name another with --port, or --port 0 for any that is free", failure);
        }

        var address = server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single();
        return new LocalServer(server, new Uri(address).Port);
    }

    /// <summary>Open connections are given a moment to end, then cut.</summary>
    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(500));
        await _server.StopAsync(patience.Token);
        _server.Dispose();
    }

    private sealed class Application(Func<HttpContext, Task> answer) : IHttpApplication<HttpContext>
    {
        public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

        public Task ProcessRequestAsync(HttpContext context) => answer(context);

        public void DisposeContext(HttpContext context, Exception? exception)
        {
        }
    }
}
