using Open311.Conformance.Asking;
using Open311.Conformance.Exchanges;
using Open311.Conformance.Findings;
using Open311.Conformance.Judging;
using Open311.Conformance.Rules.Services;
using Open311.Conformance.Targets;

namespace Open311.Conformance.Posting;

/// <summary>
/// Everything a run posts goes through here, one report after another: within the budget, written down before it is sent, and kept for the
/// rules that look at what came of it.
/// </summary>
public sealed class Postbox
{
    readonly List<Posted> log = [];
    readonly List<CreatedRecord> records = [];
    readonly List<ProbeRequest> planned = [];
    readonly Target target;
    readonly IPostJournal? journal;
    readonly RunMark mark;
    readonly Composer composer;
    int number;

    internal Postbox(Target target, RunSettings settings, Survey survey, DateTimeOffset started, IPostJournal? journal)
    {
        this.target = target;
        this.journal = journal;
        mark = new RunMark(settings.Seed, started);
        Places = new Places(survey, target.Writes);
        Services = new ServiceChoice(survey, target.Writes);
        composer = new Composer(target, Places);
        Denied = Permission.Denied(target, survey.Discovery);
        IsTest = Permission.IsTest(survey.Discovery);
        UnknownCode = survey.UnknownCode;
        Polls = PollSchedule.Of(settings.Pause, target.Writes.PollTimeout);
    }

    /// <summary>Why nothing may be posted, as a full sentence; null when posting is allowed.</summary>
    public string? Denied { get; }

    /// <summary>Whether discovery says that this is a test endpoint.</summary>
    public bool IsTest { get; }

    /// <summary>Names the run in every text it posts.</summary>
    public string RunId => mark.Id;

    /// <summary>What was posted, in order.</summary>
    public IReadOnlyList<Posted> Log => log;

    /// <summary>The same, for clean-up.</summary>
    public IReadOnlyList<CreatedRecord> Records => records;

    /// <summary>What would have been posted, in a dry run.</summary>
    public IReadOnlyList<ProbeRequest> Planned => planned;

    /// <summary>The waits between one look for a report and the next; as many looks as that and one.</summary>
    public IReadOnlyList<TimeSpan> Polls { get; }

    /// <summary>How the plainest report fared, which all others are compared with; null until it was posted.</summary>
    internal Reference? Reference { get; set; }

    internal Places Places { get; }

    internal ServiceChoice Services { get; }

    internal Composer Composer => composer;

    string UnknownCode { get; }

    /// <summary>Whether something was looked for as long as the settings allow, in vain: then the rest has had its time, too.</summary>
    internal bool WaitedInVain { get; set; }

    /// <summary>The word in a GET that carries the arguments of a POST.</summary>
    internal string GetNonce => mark.Nonce(0);

    /// <summary>What was posted for a purpose, in the order it was; empty when nothing was.</summary>
    public IEnumerable<Posted> Of(string name) => log.Where(p => p.Draft.Name == name);

    /// <summary>
    /// Posts. Null when it cannot be: then the requirements not yet taken down are skipped, inconclusive or not applicable, with the reason.
    /// </summary>
    /// <param name="e">The case at work.</param>
    /// <param name="draft">What to post.</param>
    /// <param name="requirements">What depends on it; all of the case when none is named.</param>
    public async Task<Posted?> PostAsync(Examination e, Draft draft, params IReadOnlyList<string> requirements)
    {
        if (requirements.Count == 0)
            requirements = e.Case.Requirements;
        var code = CodeOf(draft);
        if (draft.Purpose == Purpose.Read && Reference is { Accepted: false } reference)
        {
            foreach (var requirement in requirements.Where(r => !e.Record.Has(r, e.Format)))
                e.Inconclusive(requirement, $"Not posted: {reference.Trouble}.", reference.BlockedBy, reference.Posted.Reply);
            return null;
        }

        if (Hindrance(draft, code) is var (verdict, reason))
            return Without(e, requirements, verdict, reason);
        var attributes = draft.Attributes is null && Services.HasDefinition(code) ? await RequiredAsync(e, code!).ConfigureAwait(false) : [];
        var nonce = mark.Nonce(++number);
        var (ask, fields) = composer.Compose(draft, number, nonce, code, attributes);
        if (!target.Writes.DryRun && log.Count >= target.Writes.MaxPosts)
            return Without(e, requirements, Verdict.Skipped, $"Not posted: the budget of {target.Writes.MaxPosts} POSTs is used up; a larger one is given by --max-posts.");
        if (target.Writes.DryRun)
        {
            planned.Add(e.Conversation.RequestFor(ask, e.Conversation.UrlOf(ask), e.Case.Id));
            return new Posted(draft, number, nonce, code, fields, Pretence.Answer(ask, planned[^1]), null);
        }

        return await SendAsync(e, draft, ask, nonce, code, fields).ConfigureAwait(false);
    }

    /// <summary>The attributes that the definition of a service asks for; empty when it cannot be read.</summary>
    internal static async Task<IReadOnlyList<AskedAttribute>> AttributesAsync(Examination e, string code)
    {
        var reply = await e.AskAsync(Ask.Definition(code, e.Survey.Primary)).ConfigureAwait(false);
        return reply.Succeeded && Definitions.Attributes(e, reply) is { } nodes ? AskedAttribute.Of(nodes) : [];
    }

    /// <summary>Valid answers to the required attributes of a service.</summary>
    internal static async Task<IReadOnlyList<KeyValuePair<string, string>>> RequiredAsync(Examination e, string code) =>
        [.. from a in await AttributesAsync(e, code).ConfigureAwait(false) where a.Required let value = a.Valid(e.Now) where value is not null select a.Answer(value)];

    async Task<Posted> SendAsync(Examination e, Draft draft, Ask ask, string nonce, string? code, IReadOnlyList<KeyValuePair<string, string>> fields)
    {
        e.Cancellation.ThrowIfCancellationRequested();
        var record = new CreatedRecord(number, e.Case.Id, nonce, code, e.Clock.GetUtcNow(), PostState.Sending);
        journal?.Sending(record);
        records.Add(record);

        // Once on its way it is waited for, even when the run is being stopped: what it created must be known.
        var reply = await e.PostAsync(ask).ConfigureAwait(false);
        var items = e.Shapes.Read(reply)?.Items ?? [];
        // Of several requests none can be told to be the one posted.
        var posted = new Posted(draft, number, nonce, code, fields, reply, items is [var only] ? only : null) { IsList = items.Count > 1 };
        log.Add(posted);
        var state = posted.Accepted ? PostState.Created : posted.Refused || reply.Status is >= 300 and < 400 ? PostState.Refused : PostState.Unknown;
        var sent = reply.Inquiry.Attempts[0].Started;
        record = record with { Sent = sent == default ? record.Sent : sent, State = state, Status = reply.Status, ServiceRequestId = posted.Id, Token = posted.Token };
        records[^1] = record;
        journal?.Answered(record);
        return posted;
    }

    /// <summary>Adds the id that a token turned out to stand for.</summary>
    internal void Resolved(Posted posted, string id)
    {
        if (records.FindIndex(r => r.Number == posted.Number) is >= 0 and var at && records[at].ServiceRequestId is null)
        {
            records[at] = records[at] with { ServiceRequestId = id };
            journal?.Answered(records[at]);
        }
    }

    string? CodeOf(Draft draft) => draft.ServiceCode ?? draft.Service switch
    {
        ServiceWanted.Main => Services.Main,
        ServiceWanted.Batch => Services.Batch,
        ServiceWanted.Blackbox => Services.Blackbox,
        ServiceWanted.Unknown => UnknownCode,
        _ => Services.Defined.FirstOrDefault(),
    };

    (Verdict Verdict, string Reason)? Hindrance(Draft draft, string? code)
    {
        if (code is null)
            return (draft.Service == ServiceWanted.Main ? Verdict.Inconclusive : Verdict.NotApplicable, NoService(draft.Service));
        if (draft.Siting is Siting.Coordinates or Siting.Both && !Places.HasCoordinates)
            return (Verdict.Skipped, "Not posted: no place inside the service area is known, neither from a listed request nor from the operator; give one by --lat and --long.");
        if (draft.Siting is Siting.Address or Siting.Both && Places.Address(0) is null)
            return (Verdict.Skipped, "Not posted: no address is known that the city can find, neither from a listed request nor from the operator; give one by --address.");
        if (draft.Siting == Siting.AddressId && Places.AddressId is null)
            return (Verdict.NotApplicable, "No address_id is listed or given by --address-id.");
        return null;
    }

    string NoService(ServiceWanted wanted)
    {
        var kind = wanted switch { ServiceWanted.Batch => "of type batch", ServiceWanted.Blackbox => "of type blackbox", ServiceWanted.Attributed => "with metadata=true", _ => "to report to" };
        return Services.Restricted ? $"No service {kind} is among those that --service-code allows." : $"No service {kind} is listed.";
    }

    static Posted? Without(Examination e, IReadOnlyList<string> requirements, Verdict verdict, string reason)
    {
        foreach (var requirement in requirements.Where(r => !e.Record.Has(r, e.Format)))
            e.Record.Add(verdict, requirement, e.Format, reason);
        return null;
    }
}
