namespace Open311.Mock.Clients;

/// <summary>What came of judging one call.</summary>
/// <param name="Findings">One for each rule broken, in the order of the rule book.</param>
internal sealed record Judgement(IReadOnlyList<ClientFinding> Findings)
{
    const int MostIds = 20;

    public static Judgement None { get; } = new([]);

    /// <summary>The ids of what is more than a note, for a header; null for none.</summary>
    public string? Ids { get; } = Joined([.. Findings.Where(f => f.Verdict != "info").Select(f => f.Requirement)]);

    static string? Joined(string[] ids) => ids.Length == 0 ? null
        : string.Join(", ", ids.Take(MostIds)) + (ids.Length > MostIds ? $", and {ids.Length - MostIds} more" : "");
}
