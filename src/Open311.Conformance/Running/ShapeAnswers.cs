using Open311.Conformance.Asking;
using Open311.Conformance.Judging;
using Open311.Conformance.Requirements;
using Open311.Conformance.Shapes;
using Open311.Protocol;

namespace Open311.Conformance.Running;

/// <summary>Judges every answer of a run by the shape of its resource, and every refusal by the shape of errors.</summary>
static class ShapeAnswers
{
    public static void Judge(Examination examination, IReadOnlyList<Reply> replies, Shape shape, ShapeJudge judge, SuiteMemory memory)
    {
        var format = examination.Format ?? DataFormat.Xml;
        var ours = replies.Where(r => shape.Resources.Contains(r.Ask.Resource) && (shape.Errors ? IsRefusal(r) : IsData(r))).ToList();
        var seen = new HashSet<string>();
        var clean = memory.Clean(shape, format, examination.Now);
        Blocker? blocker = null;
        Reply? blocked = null;
        foreach (var reply in ours)
        {
            if (shape.Errors && !Bodied(examination, reply, format))
                continue;
            if ((Misplaced(reply) ?? Blocker.OfDocument(reply)) is { } unreadable)
            {
                (blocker, blocked) = (blocker ?? unreadable, blocked ?? reply);
                continue;
            }

            // The same bytes say the same thing; the status matters to refusals only.
            if (seen.Add($"{(shape.Errors ? reply.Status : 200)} {reply.BodyDigest}"))
                judge.Judge(new ShapeContext(examination.Record, reply, shape, format, examination.Now) { Clean = clean }, reply.Document!);
        }

        var why = blocker is not null ? $"Could not be exercised: {blocker.Reason}."
            : ours.Count == 0 ? Why(examination, replies, shape, out blocker)
            : "Nothing in the answers exercised it.";
        foreach (var requirement in examination.Case.Requirements.Where(r => Concerns(r, format) && !examination.Record.Has(r, format)))
        {
            if (shape.Name == "service_definition" && examination.Survey.ServicesBlocker is null && examination.Survey.DefinedCodes.Count == 0)
                examination.NotApplicable(requirement, "No service has metadata=true.");
            else if (ours.Count > 0 && blocker is null && Conditional(examination, requirement))
                examination.NotApplicable(requirement, "Nothing in the answers has what it speaks of.");
            else
                examination.Inconclusive(requirement, why, blocker?.Requirement, blocked);
        }
    }

    static bool IsData(Reply reply) => reply.Ask is { Purpose: Purpose.Read, Method: "GET" or "POST" } && (reply.Succeeded || !reply.Arrived);

    static bool IsRefusal(Reply reply) =>
        reply.Ask is { Format: not null, Purpose: not Purpose.Free, Method: "GET" or "POST" } && reply is { Arrived: true, Status: >= 400 and < 500 and not 429, Inquiry.RedirectProblem: null };

    // A refusal without a body, or with a page for people in it, has no errors to look at; that itself is the violation.
    static bool Bodied(Examination examination, Reply reply, DataFormat format)
    {
        var requirement = format == DataFormat.Xml ? "GR2-ERR-002" : "GR2-ERR-003";
        var expected = format == DataFormat.Xml ? "errors/error with code and description" : "an array of objects with code and description";
        if (reply.Answer!.Body.Span.Trim((byte)' ').IsEmpty)
        {
            examination.Violated(requirement, $"The refusal {reply.Status} of {Where.Of(reply)} has no body.", expected, "an empty body", reply);
            return false;
        }

        if (reply.ForeignBody is { } foreign)
        {
            examination.Violated(requirement, $"The refusal {reply.Status} of {Where.Of(reply)} is {foreign}.", expected, reply.Excerpt(), reply, blockedBy: "GR2-ERR-007");
            return false;
        }

        return true;
    }

    // A page for people in place of discovery is no malformed discovery document.
    static Blocker? Misplaced(Reply reply) =>
        reply is { Ask.Resource: ResourceKind.Discovery, ForeignBody: { } foreign } ? new("SD-URL-003", $"{Where.Of(reply)} holds {foreign}") : null;

    /// <summary>Whether a requirement of a shape is about that format at all.</summary>
    public static bool Concerns(string requirement, DataFormat format) => format == DataFormat.Xml
        ? !requirement.StartsWith("GR2-JSON-", StringComparison.Ordinal) && requirement is not ("SD-FMT-004" or "SD-FMT-005" or "GR2-ERR-003")
        : !requirement.StartsWith("GR2-XML-", StringComparison.Ordinal) && requirement is not ("SD-FMT-003" or "GR2-ERR-002");

    // A condition on data ("list not empty", "value present") leaves it open; a condition on what is declared settles that it does not apply.
    static bool Conditional(Examination examination, string requirement)
    {
        var applies = examination.Catalog[requirement].Applies;
        return applies.Contains("datatype", StringComparison.Ordinal) || applies.Contains("variable=false", StringComparison.Ordinal);
    }

    static string Why(Examination examination, IReadOnlyList<Reply> replies, Shape shape, out Blocker? blocker)
    {
        blocker = shape.Name switch
        {
            "services" => examination.Survey.ServicesBlocker,
            "service_requests" or "service_request" => examination.Survey.RequestsBlocker,
            "service_definition" => examination.Survey.ServicesBlocker,
            _ => null,
        };
        if (blocker is not null)
            return $"Could not be exercised: {blocker.Reason}.";
        return shape.Name switch
        {
            "service_request" => "Could not be exercised: no service request is known.",
            "discovery" => "Could not be exercised: no discovery document was found.",
            _ when replies.Any(r => shape.Resources.Contains(r.Ask.Resource)) => "Could not be exercised: no such answer came.",
            _ => "Could not be exercised: it was not asked for in this run.",
        };
    }
}
