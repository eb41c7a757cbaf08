namespace Open311.WebConsole;

/// <summary>The console cannot be started as asked; the message is the one sentence to read.</summary>
public sealed class ConsoleException(string message) : Exception(message);
