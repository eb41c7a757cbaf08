using Open311.Conformance.Exchanges;
using Open311.Conformance.Findings;
using Open311.Reporting.Text;

namespace Open311.Reporting.Redaction;

/// <summary>A run as reports may show it: no secret in any text, every text bounded.</summary>
static class CleanReport
{
    public static RunReport Of(RunReport report, SecretMask mask)
    {
        var clean = report.MapTexts(text => Bounded.Cut(mask.Apply(text)));
        return clean with
        {
            Target = clean.Target with
            {
                ApiKey = report.Target.ApiKey is null ? null : SecretMask.Mask,
                Endpoint = CleanExchange.Url(report.Target.Endpoint, mask),
                Discovery = report.Target.Discovery is { } discovery ? CleanExchange.Url(discovery, mask) : null,
                ExtraHeaders = [],
                ExtraQuery = [],
                Writes = clean.Target.Writes with { ExtraForm = [], Email = null },
            },
            Exchanges = [.. report.Exchanges.Select(exchange => Short(CleanExchange.Of(exchange, mask)))],
        };
    }

    // Bodies are cleaned where they are excerpted, and raw bytes are never shown.
    static Exchange Short(Exchange exchange) => exchange with
    {
        Problem = exchange.Problem is { } problem ? Bounded.Cut(problem) : null,
        Answer = exchange.Answer is { } answer
            ? answer with
            {
                Reason = Bounded.Cut(answer.Reason, 200),
                Headers = [.. answer.Headers.Select(h => new HeaderField(Bounded.Cut(h.Name, 200), Bounded.Cut(h.Value)))],
                WireDefects = [.. answer.WireDefects.Select(d => (d.Defect, Bounded.Cut(d.Message)))],
                Raw = default,
            }
            : null,
    };
}
