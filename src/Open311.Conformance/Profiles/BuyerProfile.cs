namespace Open311.Conformance.Profiles;

/// <summary>What a buyer asks of an endpoint, with everything that was inherited.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Title">In plain words.</param>
/// <param name="Demands">What is asked for: classes first, each thing once.</param>
/// <param name="Waivers">What is put up with.</param>
public sealed record BuyerProfile(string Name, string Title, IReadOnlyList<ProfileDemand> Demands, IReadOnlyList<ProfileWaiver> Waivers);
