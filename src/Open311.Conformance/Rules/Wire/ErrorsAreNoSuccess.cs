using Open311.Conformance.Asking;
using Open311.Conformance.Judging;
using Open311.Protocol;
using Open311.Protocol.Documents;

namespace Open311.Conformance.Rules.Wire;

sealed class ErrorsAreNoSuccess : IAnswersRule
{
    public const string Requirement = "GR2-ERR-001";

    public string Name => "errors-are-no-success";

    public void Judge(Examination examination, IReadOnlyList<Reply> replies)
    {
        foreach (var reply in Bodies.Of(replies))
        {
            if (Bodies.IsError(reply))
                examination.Pass(Requirement, "A failed call has an HTTP error status.", reply);
            else if (reply.Document is { } document && HoldsErrors(document.Root))
                examination.Violated(Requirement, $"{Where.Of(reply)} is answered {reply.Status} with errors in the body.", "an HTTP error status", $"{reply.Status} {reply.Excerpt()}", reply, document.Root);
        }

        Bodies.CloseEmpty(examination, Requirement);
    }

    /// <summary>Whether an answer of success holds errors.</summary>
    public static bool HasErrors(Reply reply) => reply.Succeeded && (reply.Document ?? Guessed(reply)) is { } document && HoldsErrors(document.Root);

    // No format is asked for at an extension that does not exist.
    static Document? Guessed(Reply reply) => reply.Ask.Format is not null ? null : Sniff.Of(reply.Answer!.Body.Span) switch
    {
        Sniffed.Xml => reply.As(reply.Ask with { Format = DataFormat.Xml }).Document,
        Sniffed.Json => reply.As(reply.Ask with { Format = DataFormat.Json }).Document,
        _ => null,
    };

    static bool HoldsErrors(Node root)
    {
        if (root.Raw == RawKind.XmlElement)
            return root.Name is "errors" or "error";
        if (root.Raw == RawKind.JsonObject)
            return root.Child("errors") is not null || root.Child("error") is not null || IsError(root);
        return root.Children.Count > 0 && root.Children.All(c => IsError(c) || c.Child("errors") is not null);
    }

    static bool IsError(Node item) =>
        item.Child("code") is not null && item.Child("description") is not null && item.Child("service_code") is null && item.Child("service_request_id") is null && item.Child("datatype") is null;
}
