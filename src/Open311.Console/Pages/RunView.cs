using Open311.Conformance.Findings;
using Open311.Reporting.Text;
using Open311.WebConsole.Engine;
using Open311.WebConsole.Runs;

namespace Open311.WebConsole.Pages;

/// <summary>A run as pages show it: what strangers said is visible, and nothing but text.</summary>
public sealed record RunView
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>The endpoint.</summary>
    public required string Url { get; init; }

    /// <summary>What else was asked for.</summary>
    public required CheckTerms Terms { get; init; }

    /// <summary>How far it is, in a word of the phrases.</summary>
    public required string State { get; init; }

    /// <summary>Whether it waits or goes on.</summary>
    public required bool IsOpen { get; init; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>When it ended.</summary>
    public required DateTimeOffset? Finished { get; init; }

    /// <summary>What came of it.</summary>
    public required RunOutcome? Outcome { get; init; }

    /// <summary>The verdict in a few words.</summary>
    public required string Words { get; init; }

    /// <summary>The summary as lines.</summary>
    public required string Summary { get; init; }

    /// <summary>What went wrong.</summary>
    public required string Problem { get; init; }

    internal static RunView Of(RunRow row) => new()
    {
        Id = row.Id,
        Url = VisibleText.OneLine(row.Url),
        Terms = row.Terms with { Jurisdiction = VisibleText.OneLine(row.Terms.Jurisdiction) },
        State = row.State.ToString().ToLowerInvariant(),
        IsOpen = row.IsOpen,
        Created = row.Created,
        Finished = row.Finished,
        Outcome = row.Outcome,
        Words = VisibleText.OneLine(row.Words),
        Summary = VisibleText.Of(row.Summary),
        Problem = VisibleText.Of(row.Problem),
    };
}
