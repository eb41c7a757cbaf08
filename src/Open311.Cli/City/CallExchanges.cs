using System.Text;
using Open311.Conformance.Exchanges;
using Open311.Mock.Journal;

namespace Open311.Cli.City;

/// <summary>Calls of the journal as exchanges, each once.</summary>
internal sealed class CallExchanges(Uri origin)
{
    readonly Dictionary<long, int> numbers = [];
    readonly List<Exchange> all = [];

    public IReadOnlyList<Exchange> All => all;

    /// <summary>The number of the exchange that a call is.</summary>
    public int? NumberOf(JournalRecord call)
    {
        if (numbers.TryGetValue(call.Number, out var known))
            return known;
        all.Add(Of(call, all.Count + 1));
        return numbers[call.Number] = all.Count;
    }

    Exchange Of(JournalRecord call, int number)
    {
        var url = origin.GetLeftPart(UriPartial.Authority) + (call.Target.StartsWith('/') ? "" : "/") + Encoded(call.Target);
        return new Exchange
        {
            Number = number,
            Request = new ProbeRequest { Method = call.Method, Url = new Uri(url, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }), Headers = Fields(call.Headers), Body = Encoding.UTF8.GetBytes(call.Body), CaseId = "mock" },
            SentHeaders = Fields(call.Headers),
            Outcome = call.Status == 0 ? ExchangeOutcome.NoAnswer : ExchangeOutcome.Answered,
            Answer = call.Status == 0 ? null : new Answer { Status = call.Status, Headers = Fields(call.AnswerHeaders), Body = Encoding.UTF8.GetBytes(call.AnswerBody) },
            Problem = call.Status == 0 ? "The connection was closed instead of an answer." : null,
            Started = call.At,
            Wait = call.Duration,
            Duration = call.Duration,
        };
    }

    // Shown, not sent: what a URL may not hold is written out.
    static string Encoded(string target) => string.Concat(target.Select(c => c is > ' ' and < '\u007F' and not '#' ? c.ToString() : Uri.HexEscape((char)(c & 0xFF))));

    static List<HeaderField> Fields(IReadOnlyList<KeyValuePair<string, string>> headers) => [.. headers.Select(h => new HeaderField(h.Key, h.Value))];
}
