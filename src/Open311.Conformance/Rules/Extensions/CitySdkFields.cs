using Open311.Conformance.Asking;
using Open311.Conformance.Judging;
using Open311.Conformance.Shapes;
using Open311.Conformance.Targets;
using Open311.Protocol.Documents;

namespace Open311.Conformance.Rules.Extensions;

/// <summary>The fields that CitySDK adds below extended_attributes, and its filters by the object reported on.</summary>
sealed class CitySdkFields : IRule
{
    const string Shape = "EXT-CSDK-001";
    const string Filter = "EXT-CSDK-002";

    static readonly string[] texts = ["title", "service_object_type", "service_object_id", "detailed_status"];
    static readonly string[] telling = ["service_object_type", "service_object_id", "detailed_status", "media_urls"];

    public string Name => "citysdk-fields";

    public async Task JudgeAsync(Examination e)
    {
        var claimed = Claim.IsMade(e, ExtensionName.CitySdk);
        var ask = Ask.Requests(e.Reading).With("extensions", "true").For(Purpose.Open);
        var list = await Paging.ListAsync(e, ask).ConfigureAwait(false);
        var found = list?.Items.Select(i => (Item: i, Fields: i.Node.Child("extended_attributes"))).Where(f => f.Fields is { } node && (claimed || telling.Any(t => node.Child(t) is not null))).ToList() ?? [];
        if (found.Count == 0)
        {
            if (claimed && list is { Items.Count: > 0 })
                e.Violated(Shape, $"extensions=true adds no extended_attributes, although {Claim.Who(e, ExtensionName.CitySdk)}.", "extended_attributes", "none", list.Reply);
            foreach (var requirement in e.Case.Requirements.Where(r => !e.Record.Has(r, e.Format)))
                e.NotApplicable(requirement, "No request has the fields of CitySDK in its extended_attributes.");
            return;
        }

        foreach (var (_, fields) in found)
            JudgeShape(e, list!.Reply, fields!);
        await JudgeFilterAsync(e, ask, found.FirstOrDefault(f => f.Fields!.Value("service_object_id") is not null && f.Fields.Value("service_object_type") is not null).Fields).ConfigureAwait(false);
    }

    static void JudgeShape(Examination e, Reply reply, Node fields)
    {
        var wrong = fields.Children.FirstOrDefault(c => texts.Contains(c.Name) && !c.IsScalar)
            ?? fields.Children.FirstOrDefault(c => c.Name == "media_urls" && !c.IsEmpty && c.IsScalar);
        if (wrong is not null)
            e.Violated(Shape, $"{wrong.Name} in extended_attributes is {ShapeReader.Describe(wrong)}.", wrong.Name == "media_urls" ? "a list" : "a text", ShapeReader.Describe(wrong), reply, wrong);
        else if (fields.Value("service_object_id") is not null && fields.Value("service_object_type") is null)
            e.Violated(Shape, "extended_attributes has a service_object_id, and no service_object_type that says of what.", "both or neither", "service_object_id only", reply, fields);
        else
            e.Pass(Shape, "The fields of CitySDK have the shape of its servers.", reply);
    }

    static async Task JudgeFilterAsync(Examination e, Ask ask, Node? sample)
    {
        if (sample is null)
        {
            e.Inconclusive(Filter, "Could not be exercised: no request names the object it is about.");
            return;
        }

        var (id, type) = (sample.Value("service_object_id")!, sample.Value("service_object_type")!);
        if (await Paging.ListAsync(e, ask.With("service_object_id", id).With("service_object_type", type)).ConfigureAwait(false) is not { } list)
            e.Violated(Filter, $"service_object_id={id} together with service_object_type={type} gives no list.", "the requests about that object");
        else if (list.Items.FirstOrDefault(i => i.Node.Child("extended_attributes")?.Value("service_object_id") is var other && !SameId.Instance.Equals(other, id)) is { } stranger)
            e.Violated(Filter, $"{Where.Of(list.Reply)} gives the request {stranger.Id}, which is about another object.", id, stranger.Node.Child("extended_attributes")?.Value("service_object_id") ?? "no object", list.Reply, stranger.Node);
        else if (list.Items.Count == 0)
            e.Violated(Filter, $"{Where.Of(list.Reply)} is empty, although a request about that object is listed.", "the requests about that object", "none", list.Reply);
        else
            e.Pass(Filter, "service_object_id and service_object_type select.", list.Reply);
    }
}
