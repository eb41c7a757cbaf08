namespace Open311.Mock.Store;

/// <summary>Everything a store holds at one moment.</summary>
/// <param name="Requests">In order of sequence.</param>
/// <param name="Next">The sequence of the next request.</param>
internal sealed record StoreContent(IReadOnlyList<ServiceRequest> Requests, long Next);
