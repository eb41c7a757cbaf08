using Open311.Mock.Tests.Serving;

namespace Open311.Mock.Tests.Faults;

/// <summary>The questions that tell two cities apart: a few of every kind that a suite asks.</summary>
internal static class Battery
{
    static readonly string[] Fixed =
    [
        "/open311/discovery", "services", "services", "services/001", "services/006", "services/1.6", "services/graffiti", "services/trees", "services/hydrant",
        "services/Stra%C3%9Fe%20%26%20Licht", "services/nope", "services/", "services/%F0%9F%9A%A7", "requests", "requests", "requests", "requests/", "requests/nope",
        "requests/12345", "nonce", "tokens/nope",
    ];

    static readonly string[] Queries =
    [
        "", "status=open", "status=closed", "status=open,closed", "status=nonce", "status=", "service_code=001", "service_code=001,trees", "service_code=nonce",
        "service_code=", "service_code=O%27Neil", "service_request_id=", "service_request_id=nope", "start_date=2026-04-20T00:00:00Z", "end_date=2026-04-20T00:00:00Z",
        "start_date=2026-04-01T00:00:00Z&end_date=2026-05-01T00:00:00Z", "start_date=2026-04-01T12:00:00%2B12:00&end_date=2026-05-01T12:00:00%2B12:00",
        "start_date=2026-04-01T00:00:00.000Z", "start_date=2025-12-01T00:00:00Z&end_date=2026-04-01T00:00:00Z", "start_date=2026-05-01T00:00:00Z&end_date=2026-04-01T00:00:00Z",
        "start_date=nonce", "start_date=", "end_date=", "start_date=1990-01-01T00:00:00Z&end_date=1990-01-01T00:01:00Z",
        "status=closed&service_code=001&start_date=2026-04-01T00:00:00Z", "jurisdiction_id=", "jurisdiction_id=portlinden.example", "jurisdiction_id=nonce.invalid",
        "api_key=port-linden-test-key", "x_conformance=1",
    ];

    /// <summary>What Kestrel answers when our own code throws: 500 and nothing else.</summary>
    public static string Crashed { get; } = $"500\n\n{Convert.ToHexString(System.Security.Cryptography.SHA256.HashData([]))}";

    /// <summary>Asks one question after another: what was asked and what came back.</summary>
    public static async IAsyncEnumerable<(string Question, string Answer)> AskAsync(RunningCity city, KnownData known)
    {
        foreach (var (path, query) in Questions(known))
        {
            foreach (var extension in new[] { "xml", "json" })
            {
                var target = $"{path}.{extension}?{query}{(query.Contains("jurisdiction") ? "" : known.Jurisdiction)}";
                yield return (target, await city.TellAsync(HttpMethod.Get, target));
            }
        }

        yield return ("an unknown extension", await city.TellAsync(HttpMethod.Get, "services.bogus"));
        yield return ("HEAD", await city.TellAsync(HttpMethod.Head, "services.xml"));
        yield return ("another Accept", await city.TellAsync(HttpMethod.Get, "services.xml", "application/json"));
    }

    static IEnumerable<(string Path, string Query)> Questions(KnownData known)
    {
        var ids = known.Ids;
        foreach (var path in Fixed)
            yield return (path, "");
        foreach (var query in Queries)
            yield return ("requests", query);
        foreach (var id in ids)
            yield return ($"requests/{Uri.EscapeDataString(id)}", "");
        yield return ($"requests/{Uri.EscapeDataString(ids[0])}", "status=nonce&start_date=2027-01-01T00:00:00Z");
        var all = string.Join(',', ids.Select(Uri.EscapeDataString));
        yield return ("requests", $"service_request_id={all}");
        yield return ("requests", $"service_request_id={Uri.EscapeDataString(ids[0])},nope");
        yield return ("tokens/", "");
        yield return ("requests", $"service_request_id={all}&status=open");
        yield return ("requests", $"service_request_id={all}&status=closed");
        yield return ("requests", "status=closed&start_date=1990-01-01T00:00:00Z&end_date=1990-01-01T00:01:00Z");
        yield return ("requests/nope", "api_key=port-linden-test-key");
        yield return ("requests", $"service_request_id={Uri.EscapeDataString(ids[0])}&status=closed&service_code=nope&start_date=2026-01-01T00:00:00Z");
        yield return ("requests", $"service_request_id={Uri.EscapeDataString(ids[^1])}");
        yield return ("requests", $"start_date={known.Instant}&end_date={known.Instant}");
    }
}
