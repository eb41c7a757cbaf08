namespace Open311.Mock.Answers;

/// <summary>Ends a call with an error answer, wherever it was noticed.</summary>
/// <param name="status">The HTTP status.</param>
/// <param name="descriptions">One sentence per error; each names its argument.</param>
internal sealed class Refusal(int status, params IReadOnlyList<string> descriptions) : Exception(string.Join(' ', descriptions))
{
    public int Status { get; } = status;

    public IReadOnlyList<string> Descriptions { get; } = descriptions;

    /// <summary>The refusal that a reaction stands for; null when it stands for none.</summary>
    public static Refusal? For(Reaction reaction, string description) => reaction switch
    {
        Reaction.Refuse => new Refusal(400, description),
        Reaction.NotFound => new Refusal(404, description),
        Reaction.Fail => new Refusal(500, description),
        _ => null,
    };
}
