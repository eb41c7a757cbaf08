namespace Open311.Conformance.Posting;

/// <summary>What came of a POST.</summary>
public enum PostState
{
    /// <summary>It was on its way when the run ended.</summary>
    Sending,

    /// <summary>The server took it.</summary>
    Created,

    /// <summary>The server refused it.</summary>
    Refused,

    /// <summary>No whole answer came, or an error of the server: it may have been taken.</summary>
    Unknown,
}
