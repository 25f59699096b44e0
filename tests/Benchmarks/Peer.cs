namespace PolicyArchive.Benchmarks;

/// <summary>Another generator, run in turn with ours so that the noise of a machine falls on both alike.</summary>
/// <param name="Command">Given to a shell; <c>{n}</c> is the number of briefs.</param>
internal sealed record Peer(string Name, string Command)
{
    public static Peer Parse(string text) => text.Split('=', 2) is [var name, var command]
        ? new Peer(name, command)
        : throw new ArgumentException($"--peer takes NAME=COMMAND, not `{text}`");
}
