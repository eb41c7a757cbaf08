namespace Open311.Conformance.Posting;

/// <summary>What is done about the API key in a POST.</summary>
public enum KeyUse
{
    /// <summary>The operator's key, where the operator says that it goes.</summary>
    Valid,

    /// <summary>None at all.</summary>
    None,

    /// <summary>One that is made up.</summary>
    Wrong,

    /// <summary>An empty one.</summary>
    Empty,

    /// <summary>The operator's key in the form, wherever else it belongs.</summary>
    InForm,

    /// <summary>The operator's key in the query, wherever else it belongs.</summary>
    InQuery,
}
