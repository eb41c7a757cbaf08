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
            // Sent twice, a header says both: the one that does not fit counts.
            var labels = reply.ContentTypes;
            var worst = labels.FirstOrDefault(l => !Fits(l, format)) ?? labels.FirstOrDefault(l => l.MediaType != format.MediaType()) ?? reply.ContentType;
            var type = worst.MediaType;
            if (format == DataFormat.Xml && type == "application/xml")
            {
                examination.Warn(requirement, $"{Where.Of(reply)} is labelled application/xml; the specification lists text/xml.", "text/xml", type, reply);
                continue;
            }

            var label = type.Length == 0 ? "not labelled" : labels.Count > 1 ? $"labelled {labels.Count} times, once {type}" : $"labelled {type}";
            Bodies.Decide(
                examination,
                requirement,
                reply,
                type == format.MediaType(),
                $"{Where.Of(reply)} is {label}.",
                format.MediaType(),
                labels.Count > 1 ? string.Join(" and ", labels.Select(l => l.Raw)) : type.Length == 0 ? "no Content-Type" : worst.Raw!,
                alsoForErrors: true);
        }

        Bodies.CloseEmpty(examination, requirement);
    }

    static bool Fits(ContentType label, DataFormat format) =>
        label.MediaType == format.MediaType() || (format == DataFormat.Xml && label.MediaType == "application/xml");
}
