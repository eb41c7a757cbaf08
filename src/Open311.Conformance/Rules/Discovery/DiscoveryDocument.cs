using Open311.Conformance.Asking;
using Open311.Conformance.Judging;
using Open311.Protocol;
using Open311.Protocol.Documents;

namespace Open311.Conformance.Rules.Discovery;

/// <summary>A discovery document that could be read.</summary>
/// <param name="Reply">The reply it stands in.</param>
/// <param name="Root">Its fields' parent.</param>
sealed record DiscoveryDocument(Reply Reply, Node Root)
{
    /// <summary>The format it is in.</summary>
    public DataFormat Format => Reply.Ask.Format!.Value;

    /// <summary>Its changeset, or null.</summary>
    public string? Changeset => Root.Value("changeset");

    /// <summary>The document in a reply; null when none can be read there, with what keeps it from being read.</summary>
    public static DiscoveryDocument? In(Examination e, Reply reply, out Blocker? blocker)
    {
        blocker = Obstacle(reply) ?? Blocker.OfDocument(reply);
        if (blocker is not null)
            return null;
        if (e.Shapes.Read(reply) is { Recognised: true, Items: [var root, ..] })
            return new(reply, root);
        blocker = new(reply.Ask.Format == DataFormat.Xml ? "SD-FMT-003" : "SD-FMT-004", $"{Where.Of(reply)} is no discovery document");
        return null;
    }

    /// <summary>The XML document, or the JSON one where XML cannot be read; null (and inconclusive) where neither can.</summary>
    public static DiscoveryDocument? Any(Examination e, string requirement)
    {
        Blocker? first = null;
        foreach (var reply in Replies(e))
        {
            if (In(e, reply, out var blocker) is { } document)
                return document;
            first ??= blocker;
        }

        NotThere(e, requirement, first);
        return null;
    }

    /// <summary>The document in one format; null (and inconclusive) where it cannot be read.</summary>
    public static DiscoveryDocument? Of(Examination e, DataFormat format, string requirement)
    {
        Blocker? blocker = null;
        if (Received(e, format) is { } reply && In(e, reply, out blocker) is { } document)
            return document;
        NotThere(e, requirement, blocker);
        return null;
    }

    /// <summary>The endpoints listed; none (and inconclusive) where no document can be read or it lists none.</summary>
    public static IReadOnlyList<EndpointEntry> Endpoints(Examination e, string requirement)
    {
        if (e.Survey.Discovery.Endpoints is { Count: > 0 } entries)
            return entries;
        if (Any(e, requirement) is { } document)
            e.Inconclusive(requirement, "Could not be exercised: the discovery document lists no endpoint.", "SD-DOC-005", document.Reply);
        return [];
    }

    /// <summary>What was answered for one format; null when no discovery was found.</summary>
    public static Reply? Received(Examination e, DataFormat format)
    {
        var facts = e.Survey.Discovery;
        return facts.Base is null ? null : format == DataFormat.Xml ? facts.Xml : facts.Json;
    }

    /// <summary>What was answered in both formats, XML first; nothing when no discovery was found.</summary>
    public static IEnumerable<Reply> Replies(Examination e) => ((DataFormat[])[DataFormat.Xml, DataFormat.Json]).Select(f => Received(e, f)).OfType<Reply>();

    /// <summary>Says that no document could be looked at, and why.</summary>
    public static void NotThere(Examination e, string requirement, Blocker? blocker = null, DataFormat? format = null)
    {
        var tried = e.Survey.Discovery.Tried;
        var reason = blocker is not null ? $"Could not be exercised: {blocker.Reason}."
            : $"No discovery document was found{(tried.Count == 0 ? "" : $" at {string.Join(", ", tried)}")}; name its URL to have it judged.";
        e.Record.Add(Findings.Verdict.Inconclusive, requirement, format, reason, blockedBy: blocker?.Requirement);
    }

    /// <summary>What keeps an answer from being a document of the kind asked for, before it is read; null when nothing does.</summary>
    public static Blocker? Obstacle(Reply reply)
    {
        if (Blocker.Of(reply) is { } blocker)
            return blocker;
        if (reply.Status is 401 or 403)
            return new("SD-URL-004", $"{Where.Of(reply)} is answered {reply.Status}");
        if (!reply.Succeeded)
            return new("SD-URL-003", $"{Where.Of(reply)} is answered {reply.Status}");
        if (reply.Answer!.Body.IsEmpty || reply.ForeignBody is not null)
            return new("SD-URL-003", $"{Where.Of(reply)} holds {reply.ForeignBody ?? "nothing"}");
        return null;
    }
}
