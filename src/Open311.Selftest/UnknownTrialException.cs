namespace Open311.Selftest;

/// <summary>The options name a defect, a freedom or an area that does not exist; the message says so, with the nearest that do.</summary>
/// <param name="option">The option at fault.</param>
/// <param name="message">One sentence.</param>
public sealed class UnknownTrialException(string option, string message) : Exception(message)
{
    /// <summary>The option at fault: <c>fault</c> or <c>area</c>.</summary>
    public string Option { get; } = option;
}
