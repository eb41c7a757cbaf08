namespace Open311.Reporting.Bundles;

/// <summary>A file that cannot be taken for a bundle at all. The message is one sentence.</summary>
public sealed class BundleException(string message, Exception? cause = null) : Exception(message, cause);
