using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Open311.Mock.WireMock.Stubs;
using WireMock.Admin.Mappings;
using WireMock.ResponseBuilders;
using WireMock.Types;

namespace Open311.Mock.WireMock.Checking;

/// <summary>Looks at what a mapping answers.</summary>
internal sealed class ResponseCheck(StubFiles files)
{
    static readonly string[] Bodies = ["Body", "BodyAsJson", "BodyAsBytes", "BodyAsFile"];

    static readonly string[] Proto = ["ProtoDefinition", "ProtoDefinitions", "ProtoBufMessageType"];

    /// <exception cref="StubException">It would answer something else than it says.</exception>
    public void Check(JsonNode? node, Place place)
    {
        var members = Members.Of(node, typeof(ResponseModel), place);
        var isTemplate = Members.IsTrue(members, "UseTransformer");
        Members.OneOf<TransformerType>(members, "TransformerType", place);
        Members.OneOf<ReplaceNodeOptions>(members, "TransformerReplaceNodeOptions", place);
        if (Proto.FirstOrDefault(p => members.GetValueOrDefault(p) is not null) is { } proto)
            throw place.Member(proto).Refused("Protocol buffers need a part of WireMock.Net that is not in this build; leave it out.");
        string[] bodies = [.. Bodies.Where(b => members.GetValueOrDefault(b) is not null)];
        if (bodies.Length > 1)
            throw place.Refused($"{string.Join(" and ", bodies)} are given, and WireMock.Net would answer with one of them; leave one.");
        Status(members.GetValueOrDefault("StatusCode"), place.Member("StatusCode"), isTemplate);
        Headers(members, place);
        Body(members, place, isTemplate);
        if (members.GetValueOrDefault("Fault") is { } fault)
            Members.OneOf<FaultType>(Members.Of(fault, typeof(FaultModel), place.Member("Fault")), "Type", place.Member("Fault"));
        if (members.GetValueOrDefault("ProxyUrl") is { } proxy && !(Uri.TryCreate(Members.Text(proxy, place.Member("ProxyUrl")), UriKind.Absolute, out var to) && to.Scheme is "http" or "https"))
            throw place.Member("ProxyUrl").Refused("Expected an absolute URL such as http://localhost:8080.");
    }

    static void Status(JsonNode? node, Place place, bool isTemplate)
    {
        if (node is null || (isTemplate && node.GetValueKind() == JsonValueKind.String))
            return;
        var status = node.GetValueKind() switch
        {
            JsonValueKind.Number when node.AsValue().TryGetValue<int>(out var number) => number,
            JsonValueKind.String when int.TryParse(node.GetValue<string>(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
            _ => 0,
        };
        if (status is < 200 or > 599)
            throw place.Refused($"Received {Texts.Shown(node.ToJsonString())}, expected a status from 200 to 599.");
    }

    static void Headers(Dictionary<string, JsonNode?> members, Place place)
    {
        if (members.GetValueOrDefault("Headers") is { } headers)
        {
            if (members.GetValueOrDefault("HeadersRaw") is not null)
                throw place.Refused("Headers and HeadersRaw are given, and WireMock.Net would look at Headers alone; leave one.");
            foreach (var (name, value) in Members.Object(headers, place.Member("Headers")))
            {
                IReadOnlyList<JsonNode?> lines = value is JsonArray several ? [.. several] : [value];
                foreach (var line in lines)
                    Header(name, Members.Text(line, place.Member($"Headers.{Texts.Shown(name)}")), place.Member("Headers"));
            }
        }

        if (members.GetValueOrDefault("HeadersRaw") is not { } raw)
            return;
        foreach (var line in Members.Text(raw, place.Member("HeadersRaw")).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.IndexOf(':', StringComparison.Ordinal) is not (> 0 and var colon))
                throw place.Member("HeadersRaw").Refused($"The line '{Texts.Shown(line)}' has no name and colon.");
            Header(line[..colon].Trim(), line[(colon + 1)..].Trim(), place.Member("HeadersRaw"));
        }
    }

    static void Header(string name, string value, Place place)
    {
        if (name.Length == 0 || !name.All(c => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c, StringComparison.Ordinal)))
            throw place.Refused($"'{Texts.Shown(name)}' cannot be the name of a header.");
        if (value.Any(c => c is < ' ' and not '\t' or > '~'))
            throw place.Refused($"The value of {Texts.Shown(name)} has characters that no header can carry; WireMock.Net would answer 404 instead.");
    }

    void Body(Dictionary<string, JsonNode?> members, Place place, bool isTemplate)
    {
        if (members.GetValueOrDefault("BodyDestination") is { } destination && Members.Text(destination, place.Member("BodyDestination")) is not ("SameAsSource" or "String" or "Bytes"))
            throw place.Member("BodyDestination").Refused("Expected SameAsSource, String or Bytes.");
        if (members.GetValueOrDefault("BodyAsBytes") is { } coded)
        {
            var text = Members.Text(coded, place.Member("BodyAsBytes"));
            if (!Convert.TryFromBase64String(text, new byte[text.Length], out _))
                throw place.Member("BodyAsBytes").Refused("Expected bytes in base64.");
        }

        if (members.GetValueOrDefault("BodyAsFile") is { } file && Members.Text(file, place.Member("BodyAsFile")) is var name && !(isTemplate && name.Contains("{{", StringComparison.Ordinal)))
            files.Check(name, place.Member("BodyAsFile"));
    }
}
