using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Open311.Mock.WireMock.Serving;
using WireMock;
using WireMock.Logging;

namespace Open311.Mock.WireMock.Passing;

/// <summary>
/// The way past WireMock.Net's search for a mapping, of calls that only the city can answer: the search tries all mappings on each call, and
/// sorts them twice. All else that WireMock.Net does with such a call is done here, too.
/// </summary>
internal sealed class CityPassage
{
    readonly Lock logging = new();
    ServerInside? inside;
    MappingTable? table;

    /// <summary>Stands before WireMock.Net in the pipeline of a server.</summary>
    public void Open(IApplicationBuilder pipeline)
    {
        inside = ServerInside.Of(pipeline.ApplicationServices);
        table = inside is null ? null : new MappingTable(inside.Mappings);
        pipeline.Use(next => context => inside is { IsPlain: true } && table!.CityAlone(context) is { } alone ? AnswerAsync(inside, alone, context) : next(context));
    }

    async Task AnswerAsync(ServerInside server, MappedAlone alone, HttpContext context)
    {
        var provider = (CityProvider)alone.Mapping.Provider;
        if (RequestImage.Of(context) is { } image)
        {
            // Without a body nothing is awaited in the reading.
            Log(server, alone, new LoggedRequest(() => server.Read(image.ToContext()).GetAwaiter().GetResult()) { DateTime = DateTime.UtcNow });
            await provider.AnswerAsync(context, null);
        }
        else
        {
            var request = await server.Read(context);
            Log(server, alone, request);
            await provider.AnswerAsync(context, request.BodyAsBytes);
        }
    }

    // Before the answer: who has it finds the call in the log.
    void Log(ServerInside server, MappedAlone alone, IRequestMessage request)
    {
        var most = server.LargestLog() ?? int.MaxValue;
        if (most <= 0)
            return;
        var entry = alone.ToEntry(request);
        lock (logging)
        {
            try
            {
                server.Log.Add(entry);
                while (server.Log.Count > most)
                    server.Log.RemoveAt(0);
            }
            catch (Exception e) when (e is InvalidOperationException or ArgumentOutOfRangeException)
            {
                // The test clears the log at this moment, or adds to it from a handler; WireMock.Net goes on likewise.
            }
        }
    }
}
