using Open311.Conformance.Asking;
using Open311.Conformance.Judging;
using Open311.Protocol.Documents;

namespace Open311.Conformance.Rules.Wire;

sealed class XmlIsDeclared : IAnswersRule
{
    const string Requirement = "GR2-ENC-005";

    public string Name => "xml-is-declared";

    public void Judge(Examination examination, IReadOnlyList<Reply> replies)
    {
        foreach (var reply in Bodies.Of(replies).Where(r => r.ForeignBody is null))
        {
            var defect = reply.Reading!.Defects.FirstOrDefault(d => d.Kind is DefectKind.DeclarationMissing or DefectKind.DeclarationWithoutEncoding or DefectKind.DeclarationNamesOtherEncoding);
            Bodies.Decide(
                examination,
                Requirement,
                reply,
                defect is null,
                defect is null ? "The XML declaration names UTF-8." : $"{Where.Of(reply)}: {defect.Message}",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
                defect is null ? "" : reply.Excerpt(60),
                alsoForErrors: true);
        }

        Bodies.CloseEmpty(examination, Requirement);
    }
}
