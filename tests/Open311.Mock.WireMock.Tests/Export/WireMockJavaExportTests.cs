using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Open311.Mock.WireMock.Tests.Stubs;
using Open311.Recordings.Exporting;

namespace Open311.Mock.WireMock.Tests.Export;

public sealed class WireMockJavaExportTests
{
    [Test]
    [CancelAfter(120_000)]
    public async Task The_stock_server_gives_the_recorded_answers_byte_for_byte(CancellationToken cancellation)
    {
        var jar = WireMockJar.Find() ?? throw new IgnoreException(WireMockJar.Missing);
        using var folder = new StubDirectory();
        Proof.Write(WireMockJavaExport.Of(RecordedCalls.Cassette), folder.FullPath);
        var port = FreePort();
        using var server = Start(jar, folder.FullPath, port);
        try
        {
            var origin = new Uri($"http://127.0.0.1:{port}");
            await ListeningAsync(server, origin, cancellation);
            await Proof.AskAsync(origin, knowsReasons: true);
        }
        finally
        {
            server.Kill(entireProcessTree: true);
            await server.WaitForExitAsync(CancellationToken.None);
        }
    }

    [Test]
    public void Bodies_are_files_of_their_own()
    {
        var export = WireMockJavaExport.Of(RecordedCalls.Cassette);

        export.Files.Should().ContainSingle(f => f.Path == "__files/0001-get-services.json").Which.Bytes.ToArray().Should().Equal(RecordedCalls.Cassette.Takes[0].ResponseBody.ToArray());
        export.Files.Should().Contain(f => f.Path == "mappings/0001-get-services.json.json");
        export.Files.Select(f => f.Path).Should().OnlyHaveUniqueItems();
    }

    static Process Start(string jar, string folder, int port)
    {
        string[] arguments = ["-jar", jar, "--port", $"{port}", "--bind-address", "127.0.0.1", "--root-dir", folder, "--disable-banner", "--no-request-journal"];
        try
        {
            var process = Process.Start(new ProcessStartInfo("java", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            // Read on, so that it is never held up by what it says.
            process.OutputDataReceived += (_, e) => Keep(e.Data);
            process.ErrorDataReceived += (_, e) => Keep(e.Data);
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            return process;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new IgnoreException(WireMockJar.Missing);
        }
    }

    static void Keep(string? line)
    {
        if (line is not null)
            TestContext.Out.WriteLine(line);
    }

    static async Task ListeningAsync(Process server, Uri origin, CancellationToken cancellation)
    {
        using var client = new HttpClient();
        while (!server.HasExited)
        {
            try
            {
                (await client.GetAsync(new Uri(origin, "/__admin/health"), cancellation)).Dispose();
                return;
            }
            catch (HttpRequestException)
            {
                // It is still on its way; its exit or the time of the test ends this.
                await Task.Yield();
            }
        }

        Assert.Fail($"WireMock ended with {server.ExitCode} before it listened.");
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
