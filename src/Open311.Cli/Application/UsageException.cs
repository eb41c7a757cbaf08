namespace Open311.Cli.Application;

/// <summary>The operator's input cannot be used; the message is the one sentence they read.</summary>
internal sealed class UsageException(string message) : Exception(message);
