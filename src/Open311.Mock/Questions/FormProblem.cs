namespace Open311.Mock.Questions;

/// <summary>Why the body of a POST cannot be understood.</summary>
/// <param name="Status">The HTTP status it is answered with.</param>
/// <param name="Description">What was received, what was expected.</param>
internal sealed record FormProblem(int Status, string Description);
