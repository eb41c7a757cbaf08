namespace Open311.WebConsole.Engine;

/// <summary>What was filled in cannot be used; the message is the one sentence that the reader gets.</summary>
public class FormException(string message) : Exception(message);
