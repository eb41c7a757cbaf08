using Open311.Conformance.Asking;
using Open311.Conformance.Findings;
using Open311.Conformance.Judging;
using Open311.Protocol;

namespace Open311.Conformance.Rules.Transport;

sealed class ResourcesInBothFormats : IAnswersRule
{
    const string InXml = "GR2-HTTP-002";
    const string InJson = "GR2-HTTP-003";

    public string Name => "resources-in-both-formats";

    public void Judge(Examination examination, IReadOnlyList<Reply> replies)
    {
        // What is waited for after a POST, a token above all, may be there when it is asked for in one format and not yet in the other.
        var plain = replies
            .Where(r => r.Ask is { Purpose: Purpose.Read, Method: "GET", Query.Count: 0, Headers.Count: 0, Jurisdiction: null, Format: not null, Occasion: 0, Resource: not (ResourceKind.Discovery or ResourceKind.Unknown or ResourceKind.Token) })
            .GroupBy(r => (r.Ask.Resource, Path: r.Ask.Path[..r.Ask.Path.LastIndexOf('.')]));
        foreach (var resource in plain)
        {
            var xml = resource.FirstOrDefault(r => r.Ask.Format == DataFormat.Xml);
            var json = resource.FirstOrDefault(r => r.Ask.Format == DataFormat.Json);
            One(examination, InXml, xml, json);
            if (examination.Survey.JsonJudged)
                One(examination, InJson, json, xml);
        }

        if (!examination.Survey.JsonJudged)
            examination.Record.Add(Verdict.NotApplicable, InJson, DataFormat.Json, examination.Survey.JsonReason);
        Close(examination, InXml, DataFormat.Xml);
        Close(examination, InJson, DataFormat.Json);
    }

    static void One(Examination e, string requirement, Reply? reply, Reply? twin)
    {
        if (reply is null)
            return;
        var format = reply.Ask.Format!.Value;
        if (Twin.Gives(reply))
        {
            e.Record.Add(Verdict.Pass, requirement, format, $"{reply.Ask.Path} is available.", reply: reply);
        }
        else if (Twin.Refuses(reply) && twin is not null && Twin.Gives(twin))
        {
            e.Record.Add(
                Verdict.Fail,
                requirement,
                format,
                $"{reply.Ask.Path} is answered {reply.Status}, but {twin.Ask.Path} gives the resource.",
                $"200 with {format.Extension()}",
                $"{reply.Status} {reply.Excerpt()}",
                reply);
        }
    }

    static void Close(Examination e, string requirement, DataFormat format)
    {
        if (!e.Record.Has(requirement, format))
            e.Record.Add(Verdict.Inconclusive, requirement, format, "Could not be exercised: no resource could be read in either format.", blockedBy: e.Survey.ServicesBlocker?.Requirement);
    }
}
