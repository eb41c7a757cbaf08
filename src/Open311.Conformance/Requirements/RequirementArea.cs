namespace Open311.Conformance.Requirements;

/// <summary>A group of requirements that are kept in one file.</summary>
/// <param name="Name">The file's name without extension, such as <c>gr2-requests</c>.</param>
/// <param name="Title">In plain words.</param>
public sealed record RequirementArea(string Name, string Title);
