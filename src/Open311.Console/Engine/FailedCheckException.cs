namespace Open311.WebConsole.Engine;

/// <summary>A check ended without a report; the message is one sentence, free of secrets.</summary>
public sealed class FailedCheckException(string message) : Exception(message);
