namespace Open311.Reporting.Bundles;

/// <summary>Something in a bundle that is not as it was written.</summary>
/// <param name="Member">The member, such as <c>exchanges.har</c>.</param>
/// <param name="What">One sentence.</param>
public sealed record BundleProblem(string Member, string What);
