using Open311.Conformance.Asking;
using Open311.Conformance.Judging;
using Open311.Protocol;

namespace Open311.Conformance.Rules.Wire;

sealed class CharsetIsUtf8 : IAnswersRule
{
    const string Value = "GR2-ENC-004";
    const string Stated = "GR2-ENC-010";

    public string Name => "charset-is-utf8";

    public void Judge(Examination examination, IReadOnlyList<Reply> replies)
    {
        foreach (var reply in Bodies.Of(replies))
        {
            // Sent twice, a header says both: the one that says something else counts.
            switch ((reply.ContentTypes.FirstOrDefault(l => l.Charset is { Length: > 0 } and not "utf-8") ?? reply.ContentType).Charset)
            {
                case null or "":
                    examination.Violated(Stated, $"The Content-Type of {Where.Of(reply)} states no charset.", "charset=utf-8", reply.ContentType.Raw ?? "no Content-Type", reply, blockedBy: Unlabelled(reply));
                    break;
                case "utf-8":
                    examination.Pass(Stated, "The Content-Type states charset=utf-8.", reply);
                    Bodies.Decide(examination, Value, reply, true, "The charset is utf-8.", "utf-8", "utf-8", alsoForErrors: true);
                    break;
                case "utf8":
                    examination.Pass(Stated, "The Content-Type states a charset.", reply);
                    examination.Warn(Value, $"The charset of {Where.Of(reply)} is spelled utf8.", "utf-8", "utf8", reply);
                    break;
                case var other:
                    examination.Pass(Stated, "The Content-Type states a charset.", reply);
                    Bodies.Decide(examination, Value, reply, false, $"The Content-Type of {Where.Of(reply)} states charset={other}.", "utf-8", other, alsoForErrors: true);
                    break;
            }
        }

        // Without any charset there is none that could be wrong.
        if (!examination.Record.Has(Value, examination.Format) && examination.Record.Has(Stated, examination.Format))
            examination.NotApplicable(Value, "No answer states a charset.");
        Bodies.CloseEmpty(examination, Value, Stated);
    }

    // Without a label there is no place for a charset.
    static string? Unlabelled(Reply reply) => reply.ContentType.Raw is not null ? null : reply.Ask.Format == DataFormat.Json ? "GR2-ENC-003" : "GR2-ENC-002";
}
