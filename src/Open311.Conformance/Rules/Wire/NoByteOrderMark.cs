using Open311.Conformance.Asking;
using Open311.Conformance.Judging;
using Open311.Protocol;
using Open311.Protocol.Documents;

namespace Open311.Conformance.Rules.Wire;

sealed class NoByteOrderMark : IAnswersRule
{
    const string Requirement = "GR2-ENC-006";

    public string Name => "no-byte-order-mark";

    public void Judge(Examination examination, IReadOnlyList<Reply> replies)
    {
        foreach (var reply in Bodies.Of(replies))
        {
            if (!reply.Reading!.Has(DefectKind.ByteOrderMark))
            {
                examination.Pass(Requirement, "No byte order mark precedes the body.", reply);
                continue;
            }

            examination.Violated(Requirement, $"A byte order mark precedes the body of {Where.Of(reply)}.", "no byte order mark", "EF BB BF", reply, blockedBy: examination.Format == DataFormat.Json ? "GR2-JSON-001" : null);
        }

        Bodies.CloseEmpty(examination, Requirement);
    }
}
