namespace Open311.Mock.Answers;

/// <summary>One error of an error body.</summary>
/// <param name="Code">Usually the HTTP status.</param>
/// <param name="Description">A sentence that names the argument.</param>
internal sealed record ErrorItem(string Code, string Description);
