using Open311.Mock.WireMock;
using WireMock.Server;
using WireMock.Settings;

namespace Open311.Benchmarks.Load;

/// <summary>A WireMockServer with stubs of a folder and the city behind it, as a .NET test has them.</summary>
internal static class MappedServer
{
    public static async Task RunAsync(string stubs, int port, bool isPrepared)
    {
        var settings = new WireMockServerSettings { Urls = [$"http://127.0.0.1:{port}"] };
        using var server = WireMockServer.Start(isPrepared ? settings.PrepareOpen311City() : settings);
        server.ReadStaticMappings(stubs);
        await using var city = server.MapOpen311City();
        await Task.Delay(Timeout.Infinite);
    }
}
