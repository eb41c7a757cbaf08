using System.Security.Cryptography;
using Open311.Conformance.Exchanges;
using Open311.Conformance.Findings;
using Open311.Protocol;
using Open311.Protocol.Documents;

namespace Open311.Reporting.Figures;

/// <summary>The service requests in the answers of a run, each once, without those that the run itself posted.</summary>
static class SeenRequests
{
    // A report is written in an instant, whatever a run gathered: lists repeat themselves, and the first ones tell enough.
    const int MaxBytes = 4 * 1024 * 1024;

    public static IReadOnlyList<SeenRequest> In(RunReport report)
    {
        var ours = report.Created.Select(c => c.ServiceRequestId).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var seen = new Dictionary<string, SeenRequest>(StringComparer.Ordinal);
        var bodies = new HashSet<string>(StringComparer.Ordinal);
        var left = MaxBytes;
        foreach (var exchange in report.Exchanges)
        {
            if (ListOf(exchange, report) is not { } format || exchange.Answer!.Body is var body && body.Length > left)
                continue;
            if (!bodies.Add(Convert.ToHexString(SHA256.HashData(body.Span))))
                continue;
            left -= body.Length;
            foreach (var request in Items(body, format).Select(SeenRequest.Of).OfType<SeenRequest>().Where(r => !ours.Contains(r.Id)))
                seen.TryAdd(request.Id, request);
        }

        return [.. seen.Values];
    }

    static DataFormat? ListOf(Exchange exchange, RunReport report) =>
        exchange is { Outcome: ExchangeOutcome.Answered, Answer: { Status: 200, Body.IsEmpty: false } }
        && ResourceName.Of(exchange, report.Target) is ResourceName.Requests or ResourceName.Request
            ? exchange.Request.Url.OriginalString.Split('?')[0].EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? DataFormat.Json : DataFormat.Xml
            : null;

    // Lists with a wrapper around them are read, too; what is wrong with them is told elsewhere.
    static IEnumerable<Node> Items(ReadOnlyMemory<byte> body, DataFormat format)
    {
        if (DocumentReader.Read(body, format).Document?.Root is not { } root)
            return [];
        var list = root.Child("service_requests") ?? root.Child("requests") ?? root;
        return list.Children;
    }
}
