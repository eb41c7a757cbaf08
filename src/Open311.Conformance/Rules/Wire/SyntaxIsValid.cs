using Open311.Conformance.Asking;
using Open311.Conformance.Judging;
using Open311.Protocol;
using Open311.Protocol.Documents;

namespace Open311.Conformance.Rules.Wire;

sealed class SyntaxIsValid : IAnswersRule
{
    public string Name => "syntax-is-valid";

    public void Judge(Examination examination, IReadOnlyList<Reply> replies)
    {
        var xml = examination.Format == DataFormat.Xml;
        var requirement = xml ? "GR2-XML-001" : "GR2-JSON-001";
        foreach (var reply in Bodies.Of(replies))
        {
            // A page for people in place of an error is judged as that, not as bad XML or JSON.
            if (Bodies.IsError(reply) && reply.ForeignBody is not null)
                continue;
            var doubtful = xml ? null : reply.Reading!.Defects.FirstOrDefault(d => d.Kind == DefectKind.LoneSurrogate);
            var defect = reply.Reading!.Defects.FirstOrDefault(d => Breaks(d.Kind, xml));
            var message = defect is null ? "The body is well formed."
                : reply.ForeignBody is { } foreign ? $"{Where.Of(reply)} is {foreign}, not {examination.Format}."
                : $"{Where.Of(reply)} is not valid {(xml ? "XML" : "JSON")}: {defect.Message}";
            Bodies.Decide(
                examination,
                requirement,
                reply,
                defect is null,
                message,
                xml ? "well-formed XML 1.0" : "valid JSON",
                defect is null ? "" : $"{(defect.Position.Line > 0 ? $"line {defect.Position.Line}, column {defect.Position.Column}: " : "")}{reply.Excerpt(80)}",
                alsoForErrors: xml);
            if (defect is null && doubtful is not null)
                examination.Warn(requirement, $"{Where.Of(reply)}, line {doubtful.Position.Line}, column {doubtful.Position.Column}: {doubtful.Message} Some readers refuse the whole answer.", "whole characters", reply.Excerpt(80), reply);
        }

        // Nothing is no document. That 204 has no body is HTTP's way; the status is what is wrong with it.
        foreach (var reply in replies.Where(r => Bodies.IsEmptySuccess(r)))
            examination.Violated(requirement, $"{Where.Of(reply)} is answered {reply.Status} with an empty body, which is not {(xml ? "XML" : "JSON")}.", xml ? "well-formed XML 1.0" : "valid JSON", "an empty body", reply);
        Bodies.CloseEmpty(examination, requirement);
    }

    static bool Breaks(DefectKind kind, bool xml) =>
        kind is DefectKind.NotWellFormed or DefectKind.TextBeforeDeclaration or DefectKind.EntityReference or DefectKind.DuplicateMember or DefectKind.Empty or DefectKind.TooDeep
        || (!xml && kind == DefectKind.ByteOrderMark);
}
