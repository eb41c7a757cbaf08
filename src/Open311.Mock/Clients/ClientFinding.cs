namespace Open311.Mock.Clients;

/// <summary>One requirement that one call of a client broke. Free of keys and personal data.</summary>
public sealed record ClientFinding
{
    /// <summary>The requirement's id, such as <c>CLI-JUR-001</c>.</summary>
    public required string Requirement { get; init; }

    /// <summary><c>fail</c> for a broken must, <c>warn</c> for a should or what lenience let pass, <c>info</c> for a note.</summary>
    public required string Verdict { get; init; }

    /// <summary>The requirement in one sentence.</summary>
    public required string Statement { get; init; }

    /// <summary>What was received.</summary>
    public required string Received { get; init; }

    /// <summary>What was expected.</summary>
    public required string Expected { get; init; }

    /// <summary>What to change in the client.</summary>
    public required string Fix { get; init; }

    /// <summary>Link to the clause.</summary>
    public required string Clause { get; init; }

    /// <summary>How the clause is read where it is not plain; null where it is.</summary>
    public string? Reason { get; init; }

    /// <summary>The call as it should have been, for a shell; the key is <c>$OPEN311_API_KEY</c>. Null where none can be given.</summary>
    public string? Curl { get; init; }
}
