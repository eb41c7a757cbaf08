namespace Open311.Conformance.Posting;

/// <summary>One POST of a run, for clean-up.</summary>
/// <param name="Number">Its place in the run, from 1.</param>
/// <param name="Case">The case that posted it.</param>
/// <param name="Mark">The word in its description that occurs nowhere else.</param>
/// <param name="ServiceCode">The service; null where none was named.</param>
/// <param name="Sent">When.</param>
/// <param name="State">What came of it.</param>
/// <param name="Status">Status of the answer; 0 when none came.</param>
/// <param name="ServiceRequestId">The id it was given, if one is known.</param>
/// <param name="Token">The token it was given, if one is known.</param>
public sealed record CreatedRecord(
    int Number,
    string Case,
    string Mark,
    string? ServiceCode,
    DateTimeOffset Sent,
    PostState State,
    int Status = 0,
    string? ServiceRequestId = null,
    string? Token = null)
{
    /// <summary>Whether a service request exists, or may exist, because of it.</summary>
    public bool MayExist => State is PostState.Sending or PostState.Created or PostState.Unknown;
}
