using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace PolicyArchive.Preview.Serving;

/// <summary>Kestrel, bound to both loopback addresses, since browsers take either for localhost; without configuration, container or log.</summary>
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
        var bound = port == 0 ? FreePort() : port;
        options.ListenLocalhost(bound, listen => listen.Protocols = HttpProtocols.Http1);
        var transport = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
        var server = new KestrelServer(Options.Create(options), transport, NullLoggerFactory.Instance);
        try
        {
            await server.StartAsync(new Application(answer), CancellationToken.None);
        }
        catch (Exception failure) when (failure is IOException or SocketException or AddressInUseException)
        {
            server.Dispose();
            var causes = failure.InnerException is AggregateException several ? several.InnerExceptions : [failure.GetBaseException()];
            var reason = causes.Any(c => c.GetBaseException() is SocketException { SocketErrorCode: SocketError.AccessDenied }) ? "may not be used" : "is taken by another program";
            throw new IOException($"port {port} of 127.0.0.1 {reason}; name another with --port, or --port 0 for any that is free", failure);
        }

        return new LocalServer(server, bound);
    }

    // The system gives a free port for one address only, and both must have the same.
    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
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
