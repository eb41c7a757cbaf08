using Open311.Conformance.Judging;
using Open311.Conformance.Rules.Requests.Trying;
using Open311.Protocol;

namespace Open311.Conformance.Rules.Requests;

/// <summary>The answer is a list container with exactly one request. What the container looks like is judged with its format.</summary>
sealed class SingleRequestInContainer : IRule
{
    public const string Requirement = "GR2-REQ-002";

    public string Name => "single-request-in-container";

    public async Task JudgeAsync(Examination examination)
    {
        var e = examination;
        var single = await SingleRequest.TryAsync(e).ConfigureAwait(false);
        if (single.Blocks(e, Requirement, SingleRequest.Requirement))
            return;
        foreach (var item in SingleRequest.Chosen(e))
        {
            var reply = await SingleRequest.ReadAsync(e, item.Id!).ConfigureAwait(false);
            if (!reply.Succeeded || !e.Readable(reply, Requirement))
                continue;
            var shaped = e.Shapes.Read(reply)!;
            var structure = e.Reading == DataFormat.Xml ? "GR2-XML-002" : "GR2-JSON-002";
            if (shaped.Items.Count > 1)
                e.Violated(Requirement, $"{Where.Of(reply)} gives {shaped.Items.Count} requests, expected exactly one.", "1 request", $"{shaped.Items.Count} requests", reply, shaped.Items[1]);
            else if (!shaped.Recognised || shaped.Deviations.Count > 0)
                e.Inconclusive(Requirement, $"{Where.Of(reply)} is no list container.", structure, reply);
            else if (shaped.Items.Count == 0)
                e.Violated(Requirement, $"{Where.Of(reply)} gives an empty list, expected exactly one request.", "1 request", "none", reply);
            else
                e.Pass(Requirement, "Single requests come in a list container with one item.", reply);
        }

        if (!e.Record.Has(Requirement, e.Format))
            single.Record(e, Requirement);
    }
}
