namespace Open311.Mock.Clients;

/// <summary>What of a call a rule looks at, and so when it has to look again.</summary>
internal enum RuleScope
{
    /// <summary>Method and request target of a read: the same for the same target.</summary>
    Target,

    /// <summary>Headers.</summary>
    Headers,

    /// <summary>The body of a POST.</summary>
    Body,

    /// <summary>What the client did before.</summary>
    Past,
}
