namespace Open311.Conformance.Rules.Consistency;

/// <summary>How two formats differ in one place.</summary>
enum DifferenceKind
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>They say different things, or one says nothing.</summary>
    Value,

    /// <summary>An identifier that was made a number and lost its text: 006 and 6.</summary>
    Number,

    /// <summary>One instant, written differently.</summary>
    SameInstant,

    /// <summary>An item that one of them lacks.</summary>
    Item,
}
