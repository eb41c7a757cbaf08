using System.Globalization;
using Open311.Cli.Consoles;
using Open311.Cli.Settings;
using Open311.Conformance.Exchanges;

namespace Open311.Cli.Checking;

/// <summary>Prints a line for each exchange: method, URL, status, milliseconds; keys masked.</summary>
/// <param name="source">Where exchanges come from.</param>
/// <param name="output">Where the lines go.</param>
/// <param name="secrets">What is masked.</param>
/// <param name="start">What each line begins with.</param>
internal sealed class NarratedExchanges(IExchangeSource source, TextWriter output, Secrets secrets, string start = "") : IExchangeSource
{
    readonly Lock gate = new();

    public bool IsLive => source.IsLive;

    public async ValueTask<Exchange> SendAsync(ProbeRequest request, CancellationToken cancellation)
    {
        var exchange = await source.SendAsync(request, cancellation);
        var line = Line(exchange);
        lock (gate)
            output.WriteLine(line);
        return exchange;
    }

    string Line(Exchange exchange)
    {
        var result = exchange.Answer is { } answer ? answer.Status.ToString(CultureInfo.InvariantCulture) : "---";
        var problem = exchange.Outcome == ExchangeOutcome.Answered ? "" : $"  {exchange.Problem ?? exchange.Outcome.ToString()}";
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{start}{exchange.Request.Method} {exchange.Request.Url.OriginalString} {result} {exchange.Duration.TotalMilliseconds:0} ms{problem}");
        return Printable.Line(secrets.Hide(text));
    }
}
