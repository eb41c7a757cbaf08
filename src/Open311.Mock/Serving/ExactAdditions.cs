namespace Open311.Mock.Serving;

/// <summary>What may be added to the head of an answer that goes out byte for byte.</summary>
internal enum ExactAdditions
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>For pages of other origins: leave to read it, and the findings about the call.</summary>
    ForPages,

    /// <summary>The same, and the findings for everybody.</summary>
    ForAll,
}
