using Open311.Conformance.Judging;
using Open311.Conformance.Rules.Requests.Trying;
using Open311.Protocol;

namespace Open311.Conformance.Rules.Requests;

/// <summary>The returned service_request_id equals the requested one.</summary>
sealed class SingleRequestHasTheId : IRule
{
    public const string Requirement = "GR2-REQ-003";

    public string Name => "single-request-has-the-id";

    public async Task JudgeAsync(Examination examination)
    {
        var e = examination;
        var single = await SingleRequest.TryAsync(e).ConfigureAwait(false);
        if (single.Blocks(e, Requirement, SingleRequest.Requirement))
            return;
        foreach (var item in e.Reading == DataFormat.Xml ? Sample.WithOddIds(e, 10, ListedRequestsResolve.OddIds) : SingleRequest.Chosen(e))
        {
            var reply = await SingleRequest.ReadAsync(e, item.Id!).ConfigureAwait(false);
            if (!reply.Succeeded || e.Shapes.Read(reply) is not { Recognised: true, Items: [var node, ..] items })
                continue;
            var id = new RequestItem(node).Id;
            if (items.Count > 1)
                e.Inconclusive(Requirement, $"{Where.Of(reply)} gives {items.Count} requests.", SingleRequestInContainer.Requirement, reply);
            else if (id is null)
                e.Inconclusive(Requirement, $"{Where.Of(reply)} gives a request without an id.", "GR2-REQ-004", reply);
            else if (id != item.Id)
                e.Violated(Requirement, $"{Where.Of(reply)} gives the request {id}, expected {item.Id}.", item.Id, id, reply, node, e.Reading == DataFormat.Json && SameId.Instance.Equals(id, item.Id) ? "GR2-JSON-007" : null);
            else
                e.Pass(Requirement, "Single requests bear the id asked for.", reply);
        }

        if (!e.Record.Has(Requirement, e.Format))
            e.Inconclusive(Requirement, "No single request could be read.", single.BlockedBy ?? SingleRequestInContainer.Requirement, single.Reply);
    }
}
