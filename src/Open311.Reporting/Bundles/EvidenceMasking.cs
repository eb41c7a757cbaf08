using Open311.Conformance.Evidence;
using Open311.Conformance.Exchanges;
using Open311.Conformance.Targets;
using Open311.Reporting.Redaction;

namespace Open311.Reporting.Bundles;

/// <summary>
/// Masks a question asked with masked secrets in the way in which those of the evidence were masked, so that one is found by the other. A mask in
/// place of a secret is the same everywhere but in headers, where the whole value goes.
/// </summary>
static class EvidenceMasking
{
    static readonly Uri nowhere = new("http://masked.invalid/");

    /// <param name="masked">A target with masked secrets.</param>
    public static Func<ProbeRequest, ProbeRequest> For(Target masked)
    {
        var mask = SecretMask.For(masked);
        var redactor = new Redactor(masked.ApiKey);
        return request => request.Headers.Count == 0 ? request : request with { Headers = Headers(request.Headers) };

        IReadOnlyList<HeaderField> Headers(IReadOnlyList<HeaderField> headers)
        {
            var alone = new Exchange { Request = new ProbeRequest { Url = nowhere, Headers = headers }, Outcome = ExchangeOutcome.NotRecorded };
            return redactor.Exchange(ReportWriter.Masked(alone, mask)).Request.Headers;
        }
    }
}
