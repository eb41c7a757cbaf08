namespace Open311.Mock.Answers;

/// <summary>The time span that a list is asked for, both ends included.</summary>
/// <param name="From">The earliest instant.</param>
/// <param name="To">The latest instant.</param>
internal readonly record struct DateWindow(DateTimeOffset From, DateTimeOffset To)
{
    public bool IsInverted => To < From;
}
