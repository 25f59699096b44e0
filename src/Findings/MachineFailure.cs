using System.Diagnostics.CodeAnalysis;

namespace PolicyArchive.Findings;

/// <summary>The machine failed, not the writer: the disk is full, a permission is missing. Says what and where.</summary>
[SuppressMessage("Naming", "CA1710", Justification = "It is named for what happened, as findings are.")]
public sealed class MachineFailure(string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>Whether an exception is the machine's doing.</summary>
    public static bool Is(Exception exception) => exception is IOException or UnauthorizedAccessException or OutOfMemoryException || IsTooLarge(exception);

    // So the runtime says that a file grew over what the file system, or a limit of the user's, allows (EFBIG). Its trace is the
    // one thing that tells this from a fault of the program, also in a native one.
    private static bool IsTooLarge(Exception exception) =>
        exception is ArgumentOutOfRangeException { ParamName: "value", ActualValue: null, StackTrace: { } trace } && trace.Contains(" System.IO.RandomAccess.", StringComparison.Ordinal);

    /// <param name="doing">What was being done, with its file: <c>cannot write output/index.html</c>.</param>
    public static MachineFailure While(string doing, Exception cause) => new($"{doing}: {Reason(cause)}", cause);

    /// <summary>In the system's own words, but for the path in quotes and the full stop at their end: the path is said by whoever asks.</summary>
    public static string Reason(Exception cause)
    {
        var quote = cause.Message.IndexOf(IsTooLarge(cause) ? " (" : " : '", StringComparison.Ordinal);
        return (quote > 0 ? cause.Message[..quote] : cause.Message).TrimEnd('.');
    }
}
