using Open311.Protocol;

namespace Open311.Conformance.Cases;

/// <summary>What to send and what must hold (see <c>fixtures/cases</c>); names the requirements it decides.</summary>
public sealed record Case
{
    /// <summary>Stable key in kebab case; sent as X-Open311-Case.</summary>
    public required string Id { get; init; }

    /// <summary>The sentence the case checks.</summary>
    public required string Title { get; init; }

    /// <summary>The requirements it decides, the main one first.</summary>
    public required IReadOnlyList<string> Requirements { get; init; }

    /// <summary>The formats it is run in; empty for a case run once, without a format.</summary>
    public IReadOnlyList<DataFormat> Formats { get; init; } = [];

    /// <summary>Named preconditions that bind variables; one that is unmet makes the case inconclusive or not applicable.</summary>
    public IReadOnlyList<string> Given { get; init; } = [];

    /// <summary>Variables with the values to run the case for.</summary>
    public IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>> Each { get; init; } = [];

    /// <summary>What to send; null for a case by rule.</summary>
    public SendTemplate? Send { get; init; }

    /// <summary>What to post; null for a case that does not.</summary>
    public PostTemplate? Post { get; init; }

    /// <summary>Where it stands among the cases that post, the most telling first: they are run by it, until the budget is used up. 0 for a case that does not post.</summary>
    public int Rank { get; init; }

    /// <summary>Whether it looks at what was posted, after all POSTs.</summary>
    public bool AfterPosts { get; init; }

    /// <summary>Whether it needs the consent to post.</summary>
    public bool Writes => Rank > 0 || AfterPosts;

    /// <summary>What must hold, in order; the first that does not ends the case.</summary>
    public IReadOnlyList<Expectation> Expect { get; init; } = [];

    /// <summary>The rule that judges; null for a case by data.</summary>
    public string? Rule { get; init; }

    /// <summary>The shape that every answer of its resource is judged by; null for other cases.</summary>
    public string? Shape { get; init; }

    /// <summary>Whether the rule looks at every answer of the run after all other cases.</summary>
    public bool OverAnswers { get; init; }

    /// <summary>The file it stands in, for messages.</summary>
    public string Source { get; init; } = "";
}
