namespace Open311.Conformance.Requirements;

/// <summary>One testable statement of a document (see <c>fixtures/requirements</c>).</summary>
public sealed record Requirement
{
    /// <summary>Stable key, such as <c>GR2-REQS-031</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The document it comes from, as a path in the specification's repository.</summary>
    public required string Doc { get; init; }

    /// <summary>The name of that document, such as <c>GeoReport v2</c>.</summary>
    public string Source { get; init; } = "";

    /// <summary>The area, which is the file it is kept in.</summary>
    public string Area { get; init; } = "";

    /// <summary>The section of that document.</summary>
    public required string Section { get; init; }

    /// <summary>How strongly the document asks.</summary>
    public required Level Level { get; init; }

    /// <summary>Whether the text says so, or we conclude it.</summary>
    public required Basis Basis { get; init; }

    /// <summary>The strength word of the source, if it has one.</summary>
    public string? NormativeWord { get; init; }

    /// <summary>The requirement in one sentence.</summary>
    public required string Statement { get; init; }

    /// <summary>Under which conditions it applies.</summary>
    public required string Applies { get; init; }

    /// <summary>Which resources are probed.</summary>
    public required string Method { get; init; }

    /// <summary>Probes and assertion, in words.</summary>
    public required string HowToTest { get; init; }

    /// <summary>Whether the probe sends a POST.</summary>
    public bool Writes { get; init; }

    /// <summary><c>certain</c>, or <c>only-if-target-faulty</c>: whether a correct server creates something; null when no POST is sent.</summary>
    public string? WriteRisk { get; init; }

    /// <summary>The silence or contradiction in the sources, and our ruling; null for none.</summary>
    public string? Ruling { get; init; }

    /// <summary>Tolerated variants; null for none.</summary>
    public string? Accept { get; init; }

    /// <summary>The conformance classes it counts for.</summary>
    public required IReadOnlyList<string> Classes { get; init; }

    /// <summary>Operator inputs it needs.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>Threads and code bases that show the problem.</summary>
    public IReadOnlyList<string> Refs { get; init; } = [];

    /// <summary>What a passing server does, in a sentence or an excerpt; null when the statement says it all.</summary>
    public string? Passes { get; init; }

    /// <summary>What a failing server does.</summary>
    public string? Fails { get; init; }

    /// <summary>What to change in a server that fails.</summary>
    public required string Fix { get; init; }

    /// <summary>What a violation means for residents and third-party apps, in plain words.</summary>
    public string? Effect { get; init; }

    /// <summary>Why no case decides it yet; null when it is tested.</summary>
    public string? Untested { get; init; }

    /// <summary>Link to the clause.</summary>
    public required string Clause { get; init; }
}
