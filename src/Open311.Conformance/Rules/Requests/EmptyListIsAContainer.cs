using Open311.Conformance.Asking;
using Open311.Conformance.Judging;
using Open311.Conformance.Rules.Requests.Trying;
using Open311.Conformance.Shapes;
using Open311.Protocol;
using Open311.Protocol.Documents;

namespace Open311.Conformance.Rules.Requests;

/// <summary>An empty list is an empty container element, in JSON an empty array.</summary>
sealed class EmptyListIsAContainer : IRule
{
    const string NoMatches = "GR2-REQS-040";

    public string Name => "empty-list-is-a-container";

    public async Task JudgeAsync(Examination examination)
    {
        var e = examination;
        var (window, unmet) = await EmptyWindow.FindAsync(e).ConfigureAwait(false);
        if (window is not { } found)
        {
            e.Inconclusive(e.Requirement, unmet!.Reason, unmet.BlockedBy);
            return;
        }

        var reply = await e.AskAsync(Ask.Requests(e.Reading, ("start_date", Instants.Write(found.Start)), ("end_date", Instants.Write(found.End)))).ConfigureAwait(false);
        if (!e.Answered(reply, e.Requirement))
            return;
        if (!reply.Succeeded)
            e.Inconclusive(e.Requirement, $"{Where.Of(reply)} is answered {reply.Status} in place of an empty list.", NoMatches, reply);
        else if (reply.Answer!.Body.IsEmpty)
            e.Violated(e.Requirement, $"{Where.Of(reply)}, without matches, has no body.", Expected(e), "an empty body", reply, blockedBy: reply.Status == 204 ? "GR2-HTTP-006" : null);
        else if (e.Readable(reply, e.Requirement))
            Judge(e, reply, reply.Document!.Root);
    }

    static string Expected(Examination e) => e.Reading == DataFormat.Xml ? "<service_requests/>" : "[]";

    static void Judge(Examination e, Reply reply, Node root)
    {
        var right = e.Reading == DataFormat.Xml
            ? root.Name == e.Shapes["service_requests"].Root && root.Children.Count == 0 && root.Text.Length == 0
            : root.Raw == RawKind.JsonArray && root.Children.Count == 0;
        var expected = Expected(e);
        if (right)
            e.Pass(e.Requirement, $"{Where.Of(reply)}, without matches, is {expected}.", reply);
        else
            e.Violated(e.Requirement, $"{Where.Of(reply)}, without matches, is {ShapeReader.Describe(root)}, expected {expected}.", expected, reply.Excerpt(), reply, root, e.Reading != DataFormat.Xml ? "GR2-JSON-002" : root.Name == e.Shapes["service_requests"].Root ? "GR2-XML-007" : "GR2-XML-002");
    }
}
