namespace Open311.Recordings.Storing;

/// <summary>How a recording was made.</summary>
public enum RecordingKind
{
    /// <summary>The city was walked through.</summary>
    Walk,

    /// <summary>What passed between a client and the city was kept.</summary>
    Proxy,

    /// <summary>It was made of a HAR of others.</summary>
    Import,
}
