using Open311.Conformance.Asking;
using Open311.Conformance.Judging;
using Open311.Protocol;

namespace Open311.Conformance.Rules.Wire;

sealed class MediaTypeFits : IAnswersRule
{
    public string Name => "media-type-fits";

    public void Judge(Examination examination, IReadOnlyList<Reply> replies)
    {
        var format = examination.Format!.Value;
        var requirement = format == DataFormat.Xml ? "GR2-ENC-002" : "GR2-ENC-003";
        foreach (var reply in Bodies.Of(replies))
        {
            var type = reply.ContentType.MediaType;
            if (format == DataFormat.Xml && type == "application/xml")
            {
                examination.Warn(requirement, $"{Where.Of(reply)} is labelled application/xml; the specification lists text/xml.", "text/xml", type, reply);
                continue;
            }

            var label = type.Length == 0 ? "not labelled" : $"labelled {type}";
            Bodies.Decide(
                examination,
                requirement,
                reply,
                type == format.MediaType(),
                $"{Where.Of(reply)} is {label}.",
                format.MediaType(),
                type.Length == 0 ? "no Content-Type" : reply.ContentType.Raw!,
                alsoForErrors: true);
        }

        Bodies.CloseEmpty(examination, requirement);
    }
}
