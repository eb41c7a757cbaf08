namespace Open311.Recordings.Storing;

/// <summary>A recording cannot be read or written. The message is a sentence for whoever named it.</summary>
/// <param name="message">What is wrong, where, and what to do.</param>
/// <param name="inner">What it came from.</param>
public sealed class RecordingException(string message, Exception? inner = null) : Exception(message, inner);
