using Open311.Conformance.Asking;
using Open311.Conformance.Judging;
using Open311.Protocol.Documents;

namespace Open311.Conformance.Rules.Wire;

sealed class BodiesAreUtf8 : IAnswersRule
{
    public string Name => "bodies-are-utf8";

    public void Judge(Examination examination, IReadOnlyList<Reply> replies)
    {
        foreach (var reply in Bodies.Of(replies))
        {
            var defect = reply.Reading!.Defects.FirstOrDefault(d => d.Kind is DefectKind.NotUtf8 or DefectKind.OtherUnicodeEncoding);
            Bodies.Decide(
                examination,
                "GR2-ENC-001",
                reply,
                defect is null,
                defect is null ? "The body is valid UTF-8." : $"The body of {Where.Of(reply)} is not UTF-8: {defect.Message}",
                "valid UTF-8",
                defect?.Message ?? "",
                alsoForErrors: true);
        }

        Bodies.CloseEmpty(examination, "GR2-ENC-001");
    }
}
