using Open311.Conformance.Asking;
using Open311.Conformance.Cases;
using Open311.Conformance.Findings;
using Open311.Conformance.Judging;
using Open311.Protocol.Documents;

namespace Open311.Conformance.Rules.Requests.Trying;

/// <summary>
/// The outcome of trying one thing. The rule that owns the thing takes it down; what rests on it asks for the same trial and stands
/// back when it is broken, so that one defect is told once.
/// </summary>
sealed record Trial(TrialState State, string Message)
{
    public Reply? Reply { get; init; }

    public string? Expected { get; init; }

    public string? Actual { get; init; }

    public Node? Node { get; init; }

    /// <summary>The violated requirement behind it, if one is.</summary>
    public string? BlockedBy { get; init; }

    public bool IsBroken => State == TrialState.Broken;

    public static Trial Works(string message, Reply reply) => new(TrialState.Works, message) { Reply = reply };

    public static Trial Broken(string message, string? expected, string? actual, Reply reply, Node? node = null) =>
        new(TrialState.Broken, message) { Expected = expected, Actual = actual, Reply = reply, Node = node };

    public static Trial Untried(string reason, string? blockedBy = null, Reply? reply = null) =>
        new(TrialState.Untried, reason) { BlockedBy = blockedBy, Reply = reply };

    public static Trial Untried(Blocker blocker, Reply? reply = null) => Untried($"Could not be exercised: {blocker.Reason}.", blocker.Requirement, reply);

    /// <summary>A plain question that was refused: broken; one whose answer cannot be judged: untried.</summary>
    public static Trial Without(Listing listing) => listing.Trouble is { } trouble
        ? Untried(trouble, listing.Reply)
        : Broken($"{listing.Name} is answered {listing.Reply.Status}, expected 200 with a list.", "200 with a list", listing.Received, listing.Reply);

    /// <summary>Several trials of one thing: broken if one is, untried if all are.</summary>
    public static Trial Of(IReadOnlyList<Trial> trials) =>
        trials.FirstOrDefault(t => t.IsBroken) ?? trials.FirstOrDefault(t => t.State == TrialState.Works) ?? trials[0];

    public void Record(Examination e, string requirement)
    {
        var verdict = State switch
        {
            TrialState.Works => Verdict.Pass,
            TrialState.Broken => e.Record.Severity(requirement),
            _ => Verdict.Inconclusive,
        };
        e.Record.Add(verdict, requirement, e.Format, Message, Expected, Actual, Reply, Node, BlockedBy == requirement ? null : BlockedBy);
    }

    /// <summary>Takes down that a requirement cannot be exercised, because this one is violated or rests on another that is. False when neither.</summary>
    public bool Blocks(Examination e, string requirement, string violated)
    {
        if (!IsBroken && (!RestsOnAnother || BlockedBy == requirement))
            return false;
        Blocking(violated).Record(e, requirement);
        return true;
    }

    /// <summary>The trial of something that rests on this one.</summary>
    public Trial Blocking(string violated) => RestsOnAnother ? this : Untried($"Could not be exercised, because {violated} is violated: {Message}", violated, Reply);

    /// <summary>The same for a precondition of a case.</summary>
    public Unmet? AsUnmet(string violated) => IsBroken || RestsOnAnother ? new(Blocking(violated).Message, BlockedBy: Blocking(violated).BlockedBy) : null;

    /// <summary>The reason of a precondition that is not met.</summary>
    public Unmet AsReason() => new(Message, BlockedBy: BlockedBy);

    bool RestsOnAnother => State == TrialState.Untried && BlockedBy is not null;
}
