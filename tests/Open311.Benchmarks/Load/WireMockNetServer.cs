using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;
using WireMock.Settings;

namespace Open311.Benchmarks.Load;

/// <summary>WireMock.Net with one mapping a question and a log as long as the journal of the city.</summary>
internal static class WireMockNetServer
{
    public static async Task RunAsync(string folder, int port)
    {
        using var server = WireMockServer.Start(new WireMockServerSettings { Urls = [$"http://127.0.0.1:{port}"], MaxRequestLogCount = 1000 });
        foreach (var answer in Scene.Read(folder))
        {
            var request = Request.Create().WithPath($"{Scene.BasePath}/{answer.Path}").UsingGet();
            foreach (var (name, value) in answer.Query)
                request = request.WithParam(name, value);
            server.Given(request).RespondWith(Response.Create().WithStatusCode(200).WithHeader("Content-Type", answer.Type).WithBody(answer.Body));
        }

        server.Given(Request.Create().WithPath($"{Scene.BasePath}/requests.json").UsingPost())
            .RespondWith(Response.Create().WithStatusCode(200).WithHeader("Content-Type", "application/json; charset=utf-8").WithBody(Scene.Posted));
        await Task.Delay(Timeout.Infinite);
    }
}
