namespace Open311.Recordings.Scrubbing;

/// <summary>Where something was replaced.</summary>
/// <param name="Take">The number of the call.</param>
/// <param name="Part">The part of the call: <c>url</c>, <c>question headers</c>, <c>question</c>, <c>answer headers</c> or <c>answer</c>.</param>
/// <param name="Pointer">The place in it: an XPath, a JSON pointer, or the name of an argument or header.</param>
public sealed record ScrubPlace(int Take, string Part, string Pointer)
{
    /// <summary>The place in one line, such as <c>take 12, answer /0/email</c>.</summary>
    public override string ToString() => $"take {Take}, {Part} {Pointer}".TrimEnd();
}
