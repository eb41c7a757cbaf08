namespace Open311.Conformance.Judging;

/// <summary>A closed window of the past with known content: what comparisons are made on, since nothing new can enter it.</summary>
/// <param name="Start">First instant, inclusive, whole seconds.</param>
/// <param name="End">Last instant, inclusive, whole seconds.</param>
/// <param name="List">What the endpoint lists for it.</param>
public sealed record RequestWindow(DateTimeOffset Start, DateTimeOffset End, RequestList List)
{
    /// <summary>The two arguments that select it.</summary>
    public (string Name, string Value)[] Arguments => [("start_date", Instants.Write(Start)), ("end_date", Instants.Write(End))];
}
