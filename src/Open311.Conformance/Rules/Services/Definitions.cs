using Open311.Conformance.Asking;
using Open311.Conformance.Judging;
using Open311.Conformance.Shapes;
using Open311.Protocol.Documents;

namespace Open311.Conformance.Rules.Services;

/// <summary>The definitions that a run reads.</summary>
static class Definitions
{
    /// <summary>The codes with metadata=true; none (and not applicable, or inconclusive) where there are none.</summary>
    public static IReadOnlyList<string> Due(Examination e, string requirement) => Known(e, requirement, e.Survey.DefinedCodes, "true");

    /// <summary>The codes with metadata=false; none (and not applicable, or inconclusive) where there are none.</summary>
    public static IReadOnlyList<string> NotDue(Examination e, string requirement) => Known(e, requirement, e.Survey.PlainCodes, "false");

    /// <summary>Whether one attribute is an answer that clients must give.</summary>
    public static bool IsDemanded(Node attribute) => IsTrue(attribute, "variable") && IsTrue(attribute, "required");

    /// <summary>The attributes in the definition of a reply; null when it holds no definition.</summary>
    public static IReadOnlyList<Node>? Attributes(Examination e, Reply reply)
    {
        if (reply.Document is null || e.Shapes.Read(reply) is not { Recognised: true, Items: [var root, ..] })
            return null;
        var attributes = e.Shapes["service_definition"].Fields.First(f => f.Name == "attributes");
        return ShapeReader.ReadList(root, attributes, reply.Ask.Format!.Value).Items;
    }

    static bool IsTrue(Node attribute, string field) => attribute.Value(field)?.ToLowerInvariant() is "true" or "1" or "yes";

    static IReadOnlyList<string> Known(Examination e, string requirement, IReadOnlyList<string> codes, string metadata)
    {
        if (codes.Count > 0)
            return codes;
        if (e.Survey.ServicesBlocker is { } blocker)
            e.Inconclusive(requirement, $"Could not be exercised: {blocker.Reason}.", blocker.Requirement);
        else if (e.Survey.Services.Count == 0)
            e.Inconclusive(requirement, "Could not be exercised: the list of services is empty.", "GR2-SVC-002");
        else if (e.Survey.Services.All(s => s.Metadata is null))
            e.Inconclusive(requirement, "Could not be exercised: no service says true or false in metadata.", "GR2-SVC-007");
        else
            e.NotApplicable(requirement, $"No service has metadata={metadata}.");
        return [];
    }
}
