using Open311.Conformance.Asking;
using Open311.Conformance.Findings;
using Open311.Conformance.Judging;
using Open311.Conformance.Targets;
using Open311.Protocol.Dates;
using Open311.Protocol.Documents;

namespace Open311.Conformance.Rules.Extensions;

/// <summary>servicerequestupdates, read only: each update says what changed, when and of which request, and dates select. Judged where it is claimed or answers with updates.</summary>
sealed class ServiceRequestUpdates : IRule
{
    const string Fields = "EXT-UPDT-001";
    const string Times = "EXT-UPDT-002";
    const string Dates = "EXT-UPDT-003";

    static readonly string[] wanted = ["update_id", "service_request_id", "status", "updated_datetime"];

    public string Name => "service-request-updates";

    public async Task JudgeAsync(Examination e)
    {
        var claimed = Claim.IsMade(e, ExtensionName.Updates);
        var reply = await e.AskAsync(Updates(e, claimed)).ConfigureAwait(false);
        var updates = Read(reply);
        if (updates.Count == 0)
        {
            Without(e, reply, claimed);
            return;
        }

        foreach (var update in updates)
        {
            JudgeFields(e, reply, update);
            JudgeTime(e, reply, update);
        }

        await JudgeDatesAsync(e, updates, claimed).ConfigureAwait(false);
    }

    static void Without(Examination e, Reply reply, bool claimed)
    {
        if (claimed && e.Answered(reply, Fields) && !(reply.Succeeded && reply.Document is not null))
            e.Violated(Fields, $"{Where.Of(reply)} is answered {reply.Status}{(reply.ForeignBody is { } foreign ? $" with {foreign}" : "")}, although {Claim.Who(e, ExtensionName.Updates)}.", "200 with a list of updates", $"{reply.Status} {reply.Excerpt()}", reply);
        foreach (var requirement in e.Case.Requirements.Where(r => !e.Record.Has(r, e.Format)))
        {
            if (claimed)
                e.Inconclusive(requirement, "Could not be exercised: no update is listed.", e.Record.HasViolation(Fields, e.Format) ? Fields : null, reply);
            else
                e.NotApplicable(requirement, "servicerequestupdates gives no updates, so that the endpoint does not have this extension.");
        }
    }

    static void JudgeFields(Examination e, Reply reply, Node update)
    {
        if (wanted.FirstOrDefault(f => update.Value(f) is null) is { } missing)
            e.Violated(Fields, $"An update{(update.Value("update_id") is { } id ? $" ({id})" : "")} has no {missing}.", string.Join(", ", wanted), $"no {missing}", reply, update);
        else
            e.Pass(Fields, "An update has update_id, service_request_id, status and updated_datetime.", reply);
    }

    static void JudgeTime(Examination e, Reply reply, Node update)
    {
        if (update.Value("updated_datetime") is not { } text)
            return;
        if (W3CDateTime.TryRead(text, out var at) && at.IsWellFormed && at.Instant <= e.Now + TimeSpan.FromDays(1))
            e.Pass(Times, "updated_datetime is a date-time with its zone.", reply);
        else
            e.Violated(Times, $"updated_datetime of an update is \"{text}\".", "a W3C date-time of the past", text, reply, update.Child("updated_datetime"));
    }

    static async Task JudgeDatesAsync(Examination e, IReadOnlyList<Node> updates, bool claimed)
    {
        var times = updates.Select(Time).OfType<DateTimeOffset>().Order().ToList();
        if (times.Count < 3 || times[0] == times[^1])
        {
            e.Inconclusive(Dates, "Could not be exercised: too few updates with different updated_datetime are listed.", e.Record.HasViolation(Times, e.Format) ? Times : null);
            return;
        }

        var from = Instants.Second(times[times.Count / 3]);
        var to = Instants.Second(times[times.Count * 2 / 3]) + TimeSpan.FromSeconds(1);
        var reply = await e.AskAsync(Updates(e, claimed).With("start_date", Instants.Write(from)).With("end_date", Instants.Write(to))).ConfigureAwait(false);
        if (!e.Answered(reply, Dates))
            return;
        var selected = Read(reply);
        if (!reply.Succeeded || reply.Document is null)
            e.Violated(Dates, $"{Where.Of(reply)} is answered {reply.Status}.", "200 with the updates of that time", $"{reply.Status} {reply.Excerpt()}", reply);
        else if (selected.FirstOrDefault(u => Time(u) is { } at && (Instants.Second(at) < from || at > to + TimeSpan.FromSeconds(1))) is { } outside)
            e.Violated(Dates, $"{Where.Of(reply)} gives an update of {outside.Value("updated_datetime")}.", "only updates of that time", outside.Value("updated_datetime"), reply, outside);
        else if (selected.Count == 0)
            e.Violated(Dates, $"{Where.Of(reply)} is empty, although an update of {Instants.Write(from)} is listed.", "the updates of that time", "no update", reply);
        else
            e.Pass(Dates, "start_date and end_date select by updated_datetime.", reply);
    }

    static DateTimeOffset? Time(Node update) => update.Value("updated_datetime") is { } text && W3CDateTime.TryRead(text, out var at) ? at.Instant : null;

    // Nothing but what the specification describes is held against a server that claims no more.
    static Ask Updates(Examination e, bool claimed) => new()
    {
        Resource = ResourceKind.Unknown,
        Format = e.Reading,
        Path = $"servicerequestupdates.{(e.Reading == Protocol.DataFormat.Json ? "json" : "xml")}",
        Purpose = Purpose.Free,
        Elsewhere = !claimed,
    };

    // No document says what the list is called, nor whether JSON has a wrapper; what is in it are objects with the id of an update.
    static IReadOnlyList<Node> Read(Reply reply)
    {
        if (!reply.Succeeded || reply.Document is not { } document)
            return [];
        var root = document.Root;
        var items = root.Raw == RawKind.JsonObject && root.Children is [{ Raw: RawKind.JsonArray } only] ? only.Children : root.Children;
        return items.Any(i => i.Child("update_id") is not null) || (root.Name.Contains("update", StringComparison.OrdinalIgnoreCase) && items.Any(i => i.Child("service_request_id") is not null))
            ? [.. items.Where(i => !i.IsScalar)]
            : [];
    }
}
