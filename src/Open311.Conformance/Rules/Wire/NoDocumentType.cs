using Open311.Conformance.Asking;
using Open311.Conformance.Judging;
using Open311.Protocol.Documents;

namespace Open311.Conformance.Rules.Wire;

sealed class NoDocumentType : IAnswersRule
{
    const string Requirement = "GR2-XML-006";

    public string Name => "no-document-type";

    public void Judge(Examination examination, IReadOnlyList<Reply> replies)
    {
        foreach (var reply in Bodies.Of(replies).Where(r => r.ForeignBody is null))
        {
            if (reply.Reading!.Defects.FirstOrDefault(d => d.Kind == DefectKind.DocumentType) is { } defect)
                examination.Violated(Requirement, $"{Where.Of(reply)}: {defect.Message}", "no document type declaration", "<!DOCTYPE", reply);
            else
                examination.Pass(Requirement, "No document type declaration occurs.", reply);
        }

        Bodies.CloseEmpty(examination, Requirement);
    }
}
