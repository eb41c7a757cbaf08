using System.Text.Json.Nodes;
using Open311.Mock.WireMock.Stubs;
using WireMock.Admin.Mappings;

namespace Open311.Mock.WireMock.Checking;

/// <summary>Looks at a mapping: WireMock.Net reads whatever it is given, drops what it does not know, and serves the rest.</summary>
internal sealed class MappingCheck(StubFiles files)
{
    readonly ResponseCheck responses = new(files);

    /// <exception cref="StubException">WireMock.Net would make something else of it than it says.</exception>
    public StubModel Check(JsonNode? node, Place place)
    {
        var members = Members.Of(node, typeof(MappingModel), place);
        if (members.GetValueOrDefault("Request") is not { } request)
            throw place.Refused("There is no Request, so that WireMock.Net would not know what it is for; a mapping has a Request and a Response.");
        if (members.GetValueOrDefault("Response") is not { } response)
            throw place.Refused("There is no Response; a mapping has a Request and a Response.");
        RequestCheck.Check(request, place.Member("Request"));
        responses.Check(response, place.Member("Response"));
        Mapping(members, place);
        var id = members.GetValueOrDefault("Guid") is { } given
            ? Guid.TryParse(Members.Text(given, place.Member("Guid")), out var guid) ? guid : throw place.Member("Guid").Refused("Expected a Guid such as 3fa85f64-5717-4562-b3fc-2c963f66afa6.")
            : (Guid?)null;
        var title = members.GetValueOrDefault("Title") is { } named ? Texts.Shown(Members.Text(named, place.Member("Title"))) : null;
        return new StubModel(place.File, place.Number, title, id, Members.IsTrue(members, "IsDisabled"), (JsonObject)node!.DeepClone());
    }

    static void Mapping(Dictionary<string, JsonNode?> members, Place place)
    {
        if (members.GetValueOrDefault("Scenario") is null && new[] { "WhenStateIs", "SetStateTo", "TimesInSameState" }.FirstOrDefault(n => members.GetValueOrDefault(n) is not null) is { } state)
            throw place.Member(state).Refused("Without a Scenario WireMock.Net ignores it; name the Scenario.");
        if (Members.IsTrue(members, "SaveToFile"))
            throw place.Member("SaveToFile").Refused("Stubs are read here and never written; leave it out.");
        if (members.GetValueOrDefault("ProtoDefinition") is not null || members.GetValueOrDefault("ProtoDefinitions") is not null)
            throw place.Refused("Protocol buffers need a part of WireMock.Net that is not in this build; leave them out.");
        if (members.GetValueOrDefault("Webhooks") is JsonArray { Count: 1 })
            throw place.Member("Webhooks").Refused("WireMock.Net ignores a list of one; write it as Webhook.");
    }
}
