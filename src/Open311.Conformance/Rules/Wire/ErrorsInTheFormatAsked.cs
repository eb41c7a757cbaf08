using Open311.Conformance.Asking;
using Open311.Conformance.Judging;
using Open311.Protocol;

namespace Open311.Conformance.Rules.Wire;

sealed class ErrorsInTheFormatAsked : IAnswersRule
{
    const string Requirement = "GR2-ERR-007";

    public string Name => "errors-in-the-format-asked";

    public void Judge(Examination examination, IReadOnlyList<Reply> replies)
    {
        var format = examination.Format!.Value;
        // What no missing resource explains is told first.
        foreach (var reply in Bodies.Of(replies).Where(Bodies.IsError).OrderBy(r => Absent(examination, r) is not null))
        {
            var type = reply.ContentType.MediaType;
            if (reply.ForeignBody is { } foreign)
                examination.Violated(Requirement, $"The refusal {reply.Status} of {Where.Of(reply)} is {foreign}, expected {format.Extension()}.", format.Extension(), reply.Excerpt(), reply, blockedBy: Absent(examination, reply));
            else if (type != format.MediaType() && !(format == DataFormat.Xml && type == "application/xml"))
                examination.Violated(Requirement, $"The refusal {reply.Status} of {Where.Of(reply)} is labelled {(type.Length == 0 ? "with no media type" : type)}.", format.MediaType(), reply.ContentType.Raw ?? "no Content-Type", reply, blockedBy: format == DataFormat.Xml ? "GR2-ENC-002" : "GR2-ENC-003");
            else
                examination.Pass(Requirement, "Refusals come in the format asked for.", reply);
        }

        Bodies.CloseEmpty(examination, Requirement);
        if (!examination.Record.Has("GR2-ERR-013", format))
            examination.Inconclusive("GR2-ERR-013", "Could not be exercised: no refusal with a body arrived.");
    }

    // Where a resource that should be there is not, nobody is at home to write an error: its absence is what is wrong.
    static string? Absent(Examination e, Reply reply)
    {
        if (reply is not { Status: 404, Ask.Purpose: Purpose.Read, ForeignBody: "an HTML page" or "plain text" })
            return null;
        return e.Format == DataFormat.Json && e.Survey.Primary == DataFormat.Xml ? "GR2-HTTP-003" : Twin.Existence(reply.Ask);
    }
}
