using Open311.Conformance.Asking;
using Open311.Conformance.Cases;
using Open311.Conformance.Findings;
using Open311.Conformance.Posting;
using Open311.Conformance.Rules;
using Open311.Conformance.Shapes;
using Open311.Conformance.Targets;
using Open311.Protocol;
using Open311.Protocol.Documents;

namespace Open311.Conformance.Judging;

/// <summary>One case at work in one format: asks, reads, and takes down what it sees.</summary>
public sealed class Examination
{
    readonly List<string> asked = [];
    readonly List<(string Key, Ask Ask)> asks = [];

    /// <summary>The case.</summary>
    public required Case Case { get; init; }

    /// <summary>The format the case is run in; null for a case without one.</summary>
    public DataFormat? Format { get; init; }

    /// <summary>The format to read with where the case has none of its own.</summary>
    public DataFormat Reading => Format ?? Survey.Primary;

    /// <summary>Values bound by <c>given</c> and <c>each</c>.</summary>
    public Dictionary<string, string> Variables { get; } = new(StringComparer.Ordinal);

    /// <summary>What is known of the target.</summary>
    public required Survey Survey { get; init; }

    /// <summary>All questions of the run.</summary>
    public required Conversation Conversation { get; init; }

    /// <summary>What the run posts.</summary>
    public required Postbox Posts { get; init; }

    /// <summary>What was observed.</summary>
    public required Recorder Record { get; init; }

    /// <summary>The shapes of the resources.</summary>
    public required ShapeBook Shapes { get; init; }

    /// <summary>The requirements.</summary>
    public required Requirements.RequirementCatalog Catalog { get; init; }

    /// <summary>How the run is made.</summary>
    public required RunSettings Settings { get; init; }

    /// <summary>The instant the run is judged by.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Seeded by the run's seed and the case's id.</summary>
    public required Random Random { get; init; }

    /// <summary>The clock, for pauses between observations.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>Ends the run.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>The target.</summary>
    public Target Target => Conversation.Target;

    /// <summary>The requirement a case with a single one decides.</summary>
    public string Requirement => Case.Requirements[0];

    /// <summary>Keys of what this case asked, in order.</summary>
    public IReadOnlyList<string> Asked => asked;

    /// <summary>The questions of this case, in order, each with the key of its first exchange.</summary>
    internal IReadOnlyList<(string Key, Ask Ask)> Asks => asks;

    /// <summary>Asks, or gets the answer already had.</summary>
    public async Task<Reply> AskAsync(Ask ask)
    {
        var reply = await Conversation.AskAsync(ask, Case.Id, Cancellation).ConfigureAwait(false);
        Asking(ask, reply);
        return reply;
    }

    /// <summary>Posts. Not given up on when the run is being stopped, and never repeated.</summary>
    internal async Task<Reply> PostAsync(Ask ask)
    {
        var reply = await Conversation.AskAsync(ask, Case.Id, CancellationToken.None).ConfigureAwait(false);
        Asking(ask, reply);
        return reply;
    }

    /// <summary>Asks at a URL outside the endpoint's resources.</summary>
    public async Task<Reply> AskAsync(Ask ask, Uri url)
    {
        var reply = await Conversation.AskAsync(ask, url, Case.Id, Cancellation).ConfigureAwait(false);
        Asking(ask, reply);
        return reply;
    }

    void Asking(Ask ask, Reply reply)
    {
        asks.Add((reply.Inquiry.Attempts[0].Request.Key, ask));
        asked.AddRange(reply.Inquiry.All.Select(e => e.Request.Key));
    }

    /// <summary>Waits before the next observation, by the run's clock; without delay when a recording is judged or the settings know no pause.</summary>
    public Task PauseAsync(TimeSpan time) => time > TimeSpan.Zero && Settings.Pause > TimeSpan.Zero ? Task.Delay(time, Clock, Cancellation) : Task.CompletedTask;

    /// <summary>Waits as <see cref="PauseAsync"/> before a question that is looked for again; not when another case has already waited for its answer.</summary>
    public Task PauseBeforeAsync(Ask next, TimeSpan time) => Conversation.Knows(next) ? Task.CompletedTask : PauseAsync(time);

    /// <summary>As required.</summary>
    public void Pass(string requirement, string message, Reply? reply = null, int times = 1) =>
        Record.Add(Verdict.Pass, requirement, Format, message, reply: reply, times: times);

    /// <summary>Violated: fail, warn or info by the requirement's level.</summary>
    public void Violated(string requirement, string message, string? expected = null, string? actual = null, Reply? reply = null, Node? node = null, string? blockedBy = null) =>
        Record.Add(Record.Severity(requirement), requirement, Format, message, expected, actual, reply, node, blockedBy);

    /// <summary>Violated in a tolerated way, or a should.</summary>
    public void Warn(string requirement, string message, string? expected = null, string? actual = null, Reply? reply = null, Node? node = null) =>
        Record.Add(Verdict.Warn, requirement, Format, message, expected, actual, reply, node);

    /// <summary>Worth a note.</summary>
    public void Inform(string requirement, string message, string? expected = null, string? actual = null, Reply? reply = null, Node? node = null) =>
        Record.Add(Verdict.Info, requirement, Format, message, expected, actual, reply, node);

    /// <summary>Could not be exercised.</summary>
    public void Inconclusive(string requirement, string reason, string? blockedBy = null, Reply? reply = null) =>
        Record.Add(Verdict.Inconclusive, requirement, Format, reason, reply: reply, blockedBy: blockedBy);

    /// <summary>Concerns something never declared.</summary>
    public void NotApplicable(string requirement, string reason) => Record.Add(Verdict.NotApplicable, requirement, Format, reason);

    /// <summary>Needs an input or a consent.</summary>
    public void Skipped(string requirement, string reason) => Record.Add(Verdict.Skipped, requirement, Format, reason);

    /// <summary>Whether the answer as such can be judged; if not, the requirement is taken down as inconclusive, with what blocks it.</summary>
    public bool Answered(Reply reply, string requirement)
    {
        if (Blocker.Of(reply) is not { } blocker)
            return true;
        Inconclusive(requirement, $"Could not be exercised: {blocker.Reason}.", blocker.Requirement, reply);
        return false;
    }

    /// <summary>Whether there is a document to judge; if not, the requirement is taken down as inconclusive.</summary>
    public bool Readable(Reply reply, string requirement)
    {
        if (Blocker.OfDocument(reply) is not { } blocker)
            return true;
        Inconclusive(requirement, $"Could not be exercised: {blocker.Reason}.", blocker.Requirement, reply);
        return false;
    }

    /// <summary>
    /// Asks for requests and reads the list. A plain read that is refused violates the requirement; an answer that cannot be judged
    /// makes it inconclusive. Null in both cases.
    /// </summary>
    public async Task<RequestList?> ListAsync(string requirement, Ask ask)
    {
        var reply = await AskAsync(ask).ConfigureAwait(false);
        if (!Answered(reply, requirement))
            return null;
        if (!reply.Succeeded)
        {
            if (reply.Status is 401 or 403)
                Inconclusive(requirement, $"Could not be exercised: {Where.Of(reply)} was answered {reply.Status}.", "GR2-KEY-001", reply);
            else if (await Twin.FormatCauseAsync(this, ask).ConfigureAwait(false) is { } cause)
                Inconclusive(requirement, $"Could not be exercised: {Where.Of(reply)} was answered {reply.Status}, as is all of its kind in this format.", cause, reply);
            else
                Violated(requirement, $"{Where.Of(reply)} was answered {reply.Status}, expected 200 with a list.", "200 with a list", $"{reply.Status} {reply.Excerpt()}", reply);
            return null;
        }

        return Readable(reply, requirement) ? Items(reply, requirement) : null;
    }

    /// <summary>Asks for requests by arguments; see <see cref="ListAsync(string, Ask)"/>.</summary>
    public Task<RequestList?> ListAsync(string requirement, params (string Name, string Value)[] arguments) =>
        ListAsync(requirement, Ask.Requests(Reading, arguments));

    /// <summary>The items of a readable list of requests; null (and inconclusive) when the document is not one.</summary>
    public RequestList? Items(Reply reply, string requirement)
    {
        var shaped = Shapes.Read(reply);
        if (shaped is { Recognised: true })
            return new(reply, shaped.Requests);
        var cause = reply.Ask.Format == DataFormat.Xml ? "GR2-XML-002" : "GR2-JSON-002";
        Inconclusive(requirement, $"Could not be exercised: {Where.Of(reply)} is no list of requests.", cause, reply);
        return null;
    }
}
