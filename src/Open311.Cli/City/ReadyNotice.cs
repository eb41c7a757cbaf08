using System.Text.Json;
using Open311.Cli.Consoles;
using Open311.Cli.Rooms;

namespace Open311.Cli.City;

/// <summary>Tells programs (one line of JSON) and people (commands to try) that a city is there.</summary>
internal sealed class ReadyNotice(IConsoleEnvironment env)
{
    public async Task TellAsync(IMockCity city, CityOrder order)
    {
        var line = new ReadyLine(true, city.Endpoint.OriginalString, city.Discovery.OriginalString, city.Admin.OriginalString, city.ApiKey ?? "", city.JurisdictionIds, order.Seed);
        await env.Out.WriteLineAsync(JsonSerializer.Serialize(line, CityJson.Default.ReadyLine));
        await env.Out.WriteLineAsync();
        var format = city.Json ? "json" : "xml";
        var query = city.Jurisdiction is { } id ? $"?jurisdiction_id={Uri.EscapeDataString(id)}" : "";
        await env.Out.WriteLineAsync($"  curl '{city.Endpoint.OriginalString}/services.{(city.Xml ? "xml" : "json")}{query}'");
        await env.Out.WriteLineAsync($"  curl '{city.Endpoint.OriginalString}/requests.{format}{(query.Length == 0 ? "?" : query + "&")}status=open'");
        if (order.Recorded is { } recorded)
        {
            await env.Out.WriteLineAsync();
            await env.Out.WriteLineAsync(Printable.Line($"This is what was recorded of {recorded.Recording.Info.Source} at {recorded.Recording.Info.Recorded.UtcDateTime:yyyy-MM-dd HH:mm} UTC: {recorded.Recording.Cassette.Takes.Count} exchanges. {(recorded.Blend ? "The simulator answers everything else." : "Anything else is answered 404, with what was recorded that comes near.")}"));
            if (recorded.Recording.Info.Note is { } note)
                await env.Out.WriteLineAsync(Printable.Line(note));
        }

        if (order.Recorded is { Blend: false })
        {
            await EndAsync(city, "");
            return;
        }

        var form = string.Concat(city.SampleForm.Select(f => $" --data-urlencode '{f.Key}={f.Value.Replace("'", "'\\''", StringComparison.Ordinal)}'"));
        await env.Out.WriteLineAsync($"  curl{form} '{city.Endpoint.OriginalString}/requests.{format}'");
        await EndAsync(city, "its header X-Open311-Findings, and ");
    }

    // What is replayed byte for byte has no header of ours.
    async Task EndAsync(IMockCity city, string header)
    {
        await env.Out.WriteLineAsync();
        await env.Out.WriteLineAsync($"What was wrong with a call: {header}{city.Admin.OriginalString}/journal. Ctrl-C closes the city.");
        await env.Out.FlushAsync();
    }
}
