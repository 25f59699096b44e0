using System.Runtime.InteropServices;

namespace PolicyArchive.Commands;

/// <summary>
/// What happens when the run is told to stop: by Ctrl+C, by a service that ends, by a terminal that closes. It clears up
/// and ends with 128 and the number of the signal, as shells count.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private static readonly (PosixSignal Signal, int Number)[] Signals = [(PosixSignal.SIGHUP, 1), (PosixSignal.SIGINT, 2), (PosixSignal.SIGQUIT, 3), (PosixSignal.SIGTERM, 15)];

    private readonly PosixSignalRegistration[] _registrations;

    /// <param name="clear">Called on a thread of its own, while all others go on.</param>
    public Interruption(Action clear) => _registrations =
    [
        .. Signals.Select(s => PosixSignalRegistration.Create(s.Signal, stop =>
        {
            stop.Cancel = true;
            clear();
            Environment.Exit(128 + s.Number);
        })),
    ];

    public void Dispose()
    {
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }
    }
}
