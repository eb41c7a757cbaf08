namespace Open311.Mock.Store;

/// <summary>A request that has its id but is not in the store yet.</summary>
/// <param name="Request">The request.</param>
/// <param name="Epoch">The filling of the store that it was made for.</param>
internal sealed record Draft(ServiceRequest Request, int Epoch);
