namespace PolicyArchive.Printing;

/// <summary>A page that could not be printed: the browser failed, took too long, or refused.</summary>
internal sealed class PrintFailure(string message) : Exception(message);
