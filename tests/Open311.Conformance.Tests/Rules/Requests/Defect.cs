using Open311.Conformance.Tests.Support;

namespace Open311.Conformance.Tests.Rules.Requests;

/// <summary>One thing a city does wrong, with everything that must be held against it, and nothing else.</summary>
public sealed record Defect(string Name, Action<PaperCity> Make)
{
    public string[] Fails { get; init; } = [];

    public string[] Warns { get; init; } = [];

    /// <summary>Requirements that cannot be exercised for it, as cause and effect.</summary>
    public (string Requirement, string BlockedBy)[] Blocks { get; init; } = [];

    public override string ToString() => Name;
}
