namespace Open311.Mock.Clients;

/// <summary>What came of judging one call.</summary>
/// <param name="Exercised">Places in the rule book of the rules that had to do with it.</param>
/// <param name="Broken">Places of those that it broke.</param>
/// <param name="Findings">One for each rule broken, in the order of the rule book.</param>
internal sealed record Judgement(IReadOnlyList<int> Exercised, IReadOnlyList<int> Broken, IReadOnlyList<ClientFinding> Findings)
{
    public static Judgement None { get; } = new([], [], []);
}
