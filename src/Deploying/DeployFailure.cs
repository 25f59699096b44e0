using System.Diagnostics.CodeAnalysis;

namespace PolicyArchive.Deploying;

/// <summary>The host refused, failed or did not answer. What readers see there is what it was.</summary>
[SuppressMessage("Naming", "CA1710", Justification = "It is named for what happened, as findings are.")]
public sealed class DeployFailure(string message, Exception? cause = null) : Exception(message, cause);
