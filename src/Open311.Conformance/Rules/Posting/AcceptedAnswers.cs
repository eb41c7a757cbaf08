using Open311.Conformance.Findings;
using Open311.Conformance.Judging;
using Open311.Conformance.Posting;
using Open311.Conformance.Shapes;
using Open311.Protocol.Documents;

namespace Open311.Conformance.Rules.Posting;

/// <summary>Judges the answers to reports that were accepted: status, structure, and the id or token that fits the type of the service.</summary>
sealed class AcceptedAnswers : IRule
{
    const string Status = "GR2-POST-002";
    const string One = "GR2-POST-003";
    const string RealtimeId = "GR2-POST-004";
    const string BatchToken = "GR2-POST-005";
    const string NoBlackboxId = "GR2-POST-006";
    const string Either = "GR2-POST-007";
    const string PlainText = "GR2-POST-008";

    public string Name => "accepted-answers";

    public Task JudgeAsync(Examination e)
    {
        foreach (var posted in e.Posts.Log.Where(p => p.Draft.Format == e.Format))
        {
            if (posted.Reply is { Arrived: true, Status: >= 300 and < 400 } && posted.Draft.Purpose != Asking.Purpose.Refusal)
                e.Violated(Status, $"A report is answered {posted.Reply.Status}{(posted.Reply.Answer!.Header("Location") is { } to ? $" with the Location {to}" : "")}. Redirects of a POST are not followed, and the key goes to no other address.", "200 or 201", $"{posted.Reply.Status}", posted.Reply);
            if (posted.Counts)
                Judge(e, posted);
        }

        foreach (var requirement in e.Case.Requirements.Where(r => !e.Record.Has(r, e.Format)))
            Close(e, requirement);
        return Task.CompletedTask;
    }

    static void Judge(Examination e, Posted posted)
    {
        var type = e.Posts.Services.TypeOf(posted.ServiceCode);
        JudgeStatus(e, posted, type);
        if (posted.Reply.Document is null)
        {
            e.Violated(One, $"The answer to an accepted report cannot be read as {posted.Draft.Format}: {posted.Reply.Excerpt()}", "service_requests with one request", posted.Reply.Excerpt(), posted.Reply, blockedBy: Blocker.OfDocument(posted.Reply)?.Requirement);
            return;
        }

        JudgeStructure(e, posted, type);
        if (posted.Item is { } item)
            JudgeItem(e, posted, item, type);
    }

    static void JudgeStatus(Examination e, Posted posted, string? type)
    {
        var status = posted.Reply.Status;
        if (status is 200 or 201)
            e.Pass(Status, $"An accepted report is answered {status}.", posted.Reply);
        else if (status == 202 && type is "batch" or "blackbox")
            e.Inform(Status, $"A report to a service of type {type} is answered 202.", "200 or 201", "202", posted.Reply);
        else
            e.Warn(Status, $"An accepted report is answered {status}.", "200 or 201", $"{status}", posted.Reply);
    }

    static void JudgeStructure(Examination e, Posted posted, string? type)
    {
        var shaped = e.Shapes.Read(posted.Reply)!;
        if (shaped.Deviations is [var deviation, ..])
            e.Violated(One, deviation.Message, deviation.Expected, deviation.Actual, posted.Reply, deviation.Node, deviation.Requirement);
        else if (shaped.Items.Count == 1)
            e.Pass(One, "The answer is a list of one request.", posted.Reply);
        else if (shaped.Items.Count == 0 && type == "blackbox")
            e.Warn(NoBlackboxId, "The answer to a report for a blackbox service is an empty list.", "one request without an id", "no request", posted.Reply);
        else
            e.Violated(One, $"The answer to an accepted report holds {shaped.Items.Count} requests.", "one request", $"{shaped.Items.Count}", posted.Reply);
    }

    static void JudgeItem(Examination e, Posted posted, Node item, string? type)
    {
        var (id, token) = (posted.Id, posted.Token);
        if (id is not null && token is not null)
            e.Violated(Either, "The answer has a service_request_id and a token.", "one of the two", $"{id} and {token}", posted.Reply, item.Child("token"));
        else if (item.Child("service_request_id") is not null && item.Child("token") is not null)
            e.Inform(Either, $"The answer has an empty {(id is null ? "service_request_id" : "token")} beside the other.", reply: posted.Reply, node: item);
        else
            e.Pass(Either, "The answer does not have both a service_request_id and a token.", posted.Reply);

        if (type is "realtime")
            Present(e, RealtimeId, posted, id, token, "service_request_id", "token", "realtime");
        else if (type == "batch")
            Present(e, BatchToken, posted, token, id, "token", "service_request_id", "batch");
        else if (type == "blackbox")
            Blackbox(e, posted, id, token);
        foreach (var field in (string[])["service_notice", "account_id"])
        {
            if (item.Child(field) is { IsScalar: false, IsEmpty: false } structure)
                e.Violated(PlainText, $"{field} is {ShapeReader.Describe(structure)}.", "plain text", ShapeReader.Describe(structure), posted.Reply, structure);
            else
                e.Pass(PlainText, $"{field}, if it is there, is plain text.", posted.Reply);
        }
    }

    static void Present(Examination e, string requirement, Posted posted, string? wanted, string? other, string field, string otherField, string type)
    {
        if (wanted is not null)
            e.Pass(requirement, $"A report to a service of type {type} is answered with a {field}.", posted.Reply);
        else
            e.Violated(requirement, $"The report to {posted.ServiceCode}, which is listed as {type}, is answered with {(other is null ? "neither id nor token" : $"a {otherField}")}.", $"a {field}", other is null ? posted.Reply.Excerpt() : $"{otherField} {other}", posted.Reply, posted.Item);
    }

    static void Blackbox(Examination e, Posted posted, string? id, string? token)
    {
        if (id is not null)
            e.Violated(NoBlackboxId, $"The report to {posted.ServiceCode}, which is listed as blackbox, is answered with a service_request_id.", "no service_request_id", id, posted.Reply, posted.Item);
        else if (token is not null)
            e.Warn(NoBlackboxId, $"The report to {posted.ServiceCode}, which is listed as blackbox, is answered with a token.", "neither id nor token", token, posted.Reply, posted.Item);
        else
            e.Pass(NoBlackboxId, "A report to a service of type blackbox is answered without an id.", posted.Reply);
    }

    // Then it is decided in that format, and is not asked for twice.
    static bool Decides(Examination e, string requirement, Posted posted) => requirement switch
    {
        BatchToken => e.Posts.Services.TypeOf(posted.ServiceCode) == "batch",
        NoBlackboxId => e.Posts.Services.TypeOf(posted.ServiceCode) == "blackbox",
        RealtimeId => e.Posts.Services.TypeOf(posted.ServiceCode) == "realtime",
        _ => false,
    };

    static void Close(Examination e, string requirement)
    {
        var reference = e.Posts.Reference;
        var (exists, kind) = requirement switch
        {
            BatchToken => (e.Posts.Services.Batch is not null, "batch"),
            NoBlackboxId => (e.Posts.Services.Blackbox is not null, "blackbox"),
            RealtimeId => (e.Posts.Services.Main is { } main && e.Posts.Services.TypeOf(main) == "realtime", "realtime"),
            _ => (true, ""),
        };
        if (e.Posts.Log.Any(p => p.Counts && p.Draft.Format != e.Format && Decides(e, requirement, p)))
            return;
        if (!exists)
            e.NotApplicable(requirement, e.Posts.Services.Restricted ? $"No service of type {kind} is among those that --service-code allows." : $"No service of type {kind} is listed.");
        else if (reference?.Trouble is { } trouble)
            e.Inconclusive(requirement, $"Could not be exercised: {trouble}.", reference.BlockedBy);
        else if (e.Target.Writes.DryRun)
            e.Skipped(requirement, "Nothing was posted: this is a dry run.");
        else if (e.Posts.Log.Count >= e.Target.Writes.MaxPosts)
            e.Skipped(requirement, $"Not posted: the budget of {e.Target.Writes.MaxPosts} POSTs is used up; a larger one is given by --max-posts.");
        else
            e.Record.Add(Verdict.Inconclusive, requirement, e.Format, "Could not be exercised: no such report was accepted in this format.");
    }
}
