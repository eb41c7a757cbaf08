using WireMock.Server;
using WireMock.Settings;

namespace Open311.Benchmarks.Load;

/// <summary>Stock WireMock.Net with the mapping files of a folder; without a log, which is how it is fastest.</summary>
internal static class ExportedServer
{
    public static async Task RunAsync(string folder, int port)
    {
        using var server = WireMockServer.Start(new WireMockServerSettings { Urls = [$"http://127.0.0.1:{port}"], MaxRequestLogCount = 0 });
        server.ReadStaticMappings(folder);
        await Task.Delay(Timeout.Infinite);
    }
}
