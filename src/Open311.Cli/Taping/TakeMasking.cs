using Open311.Conformance.Evidence;
using Open311.Recordings.Cassettes;
using Open311.Recordings.Storing;

namespace Open311.Cli.Taping;

/// <summary>Takes keys and sessions of others out of what passed: whatever was sent as a key is masked wherever it shows.</summary>
internal static class TakeMasking
{
    static readonly string[] secret = ["Authorization", "Proxy-Authorization", "Cookie", "Set-Cookie"];

    public static Cassette Of(IReadOnlyList<Take> takes)
    {
        var keys = takes.SelectMany(Keys).Where(k => k.Length > 0 && k != Redactor.Mask).Distinct().Select(k => new Redactor(k)).ToList();
        return new([.. takes.Select((t, i) => Masked(t, keys) with { Number = i + 1 })]);
    }

    static IEnumerable<string> Keys(Take take) =>
        QueryText.Arguments(take.Url).Concat(take.RequestBody.Length < 64 * 1024 ? QueryText.Pairs(System.Text.Encoding.UTF8.GetString(take.RequestBody.Span)) : [])
            .Where(a => a.Key == "api_key")
            .Select(a => a.Value)
            .Concat(take.RequestHeaders.Where(IsKey).Select(h => h.Value));

    static bool IsKey(HeaderLine header) => header.Name.Contains("api", StringComparison.OrdinalIgnoreCase) && header.Name.Contains("key", StringComparison.OrdinalIgnoreCase);

    static Take Masked(Take take, List<Redactor> keys)
    {
        take = take with { RequestHeaders = Masked(take.RequestHeaders), ResponseHeaders = Masked(take.ResponseHeaders) };
        foreach (var key in keys)
        {
            take = take with
            {
                Url = key.Url(take.Url),
                RequestHeaders = [.. take.RequestHeaders.Select(h => h with { Value = key.Text(h.Value) })],
                ResponseHeaders = [.. take.ResponseHeaders.Select(h => h with { Value = key.Text(h.Value) })],
                RequestBody = key.Bytes(take.RequestBody),
                ResponseBody = key.Bytes(take.ResponseBody),
                Wire = key.Bytes(take.Wire),
            };
        }

        return take;
    }

    static IReadOnlyList<HeaderLine> Masked(IReadOnlyList<HeaderLine> headers) =>
        [.. headers.Select(h => secret.Contains(h.Name, StringComparer.OrdinalIgnoreCase) || IsKey(h) ? h with { Value = Redactor.Mask } : h)];
}
