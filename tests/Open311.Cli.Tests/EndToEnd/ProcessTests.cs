using System.Diagnostics;
using System.Text.Json;
using System.Xml.Linq;

namespace Open311.Cli.Tests.EndToEnd;

[Platform(Exclude = "Win", Reason = "Sends a POSIX signal.")]
[CancelAfter(60_000)]
public sealed class ProcessTests
{
    static readonly string Program = Path.Combine(AppContext.BaseDirectory, "open311.dll");

    [Test]
    public async Task The_mock_serves_until_it_is_interrupted(CancellationToken cancellation)
    {
        using var process = Start("mock");
        var ready = await process.StandardOutput.ReadLineAsync(cancellation);
        var addresses = JsonDocument.Parse(ready!).RootElement;
        using var client = new HttpClient();
        var discovery = await client.GetStringAsync(addresses.GetProperty("discovery").GetString(), cancellation);
        XDocument.Parse(discovery).Root!.Name.LocalName.Should().Be("discovery");
        var services = await client.GetStringAsync(addresses.GetProperty("endpoint").GetString() + "/services.xml", cancellation);
        XDocument.Parse(services).Root!.Name.LocalName.Should().Be("services");

        await InterruptAsync(process, cancellation);
        await process.WaitForExitAsync(cancellation);
        process.ExitCode.Should().Be(0);
        (await process.StandardError.ReadToEndAsync(cancellation)).Should().BeEmpty();
    }

    [Test]
    public async Task A_usage_error_exits_2_with_one_line(CancellationToken cancellation)
    {
        using var process = Start("check", "example.org");
        var error = await process.StandardError.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        process.ExitCode.Should().Be(2);
        error.Should().Be("Error: URL: 'example.org' is not an absolute http:// or https:// URL. Did you mean 'https://example.org'?\n");
    }

    static Process Start(params string[] args) => Process.Start(new ProcessStartInfo("dotnet", [Program, .. args])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        WorkingDirectory = Path.GetTempPath(),
    })!;

    static async Task InterruptAsync(Process process, CancellationToken cancellation)
    {
        using var kill = Process.Start("kill", ["-INT", $"{process.Id}"]);
        await kill.WaitForExitAsync(cancellation);
    }
}
