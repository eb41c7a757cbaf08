namespace Open311.Mock.Clients;

/// <summary>One thing that the specification asks of clients; the full entry is in <c>fixtures/client-requirements</c>.</summary>
/// <param name="Id">Stable key, such as <c>CLI-JUR-001</c>.</param>
/// <param name="Level"><c>must</c>, <c>should</c> or <c>may</c>.</param>
/// <param name="IsInferred">Whether it is concluded rather than stated.</param>
/// <param name="Statement">The requirement in one sentence.</param>
/// <param name="Clause">Link to the clause.</param>
/// <param name="Reason">How the text is read, and why; null where it is plain.</param>
/// <param name="Fix">What to change in a client that breaks it.</param>
public sealed record ClientRequirement(string Id, string Level, bool IsInferred, string Statement, string Clause, string? Reason, string Fix);
