namespace Open311.Mock.Clients;

/// <summary>What came of judging one call.</summary>
/// <param name="Findings">One for each rule broken, in the order of the rule book.</param>
internal sealed record Judgement(IReadOnlyList<ClientFinding> Findings)
{
    public static Judgement None { get; } = new([]);
}
