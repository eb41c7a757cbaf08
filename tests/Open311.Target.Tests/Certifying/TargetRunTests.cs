using System.Diagnostics;
using Open311.Mock;

namespace Open311.Target.Tests.Certifying;

/// <summary>The project itself, run by <c>dotnet test</c> against a target of another process.</summary>
public sealed class TargetRunTests
{
    [Test]
    public async Task A_target_named_in_the_settings_fails_by_name_and_says_how_to_mend_it()
    {
        await using var city = await MockCity.StartAsync(o => o.Faults.Add("discovery-unescaped-ampersand"));
        var settings = Path.Combine(Directory.CreateTempSubdirectory("open311-").FullName, "target.runsettings");
        await File.WriteAllTextAsync(settings, $"""
            <RunSettings><TestRunParameters>
              <Parameter name="OPEN311_TARGET" value="{city.Endpoint}" />
              <Parameter name="OPEN311_DISCOVERY" value="{city.Discovery}" />
              <Parameter name="OPEN311_CLASS" value="discovery" />
            </TestRunParameters></RunSettings>
            """);

        var (exitCode, output) = await TestAsync("--settings", settings, "--filter", "FullyQualifiedName~TargetTests&TestCategory=discovery");

        exitCode.Should().Be(1);
        output.Should().Contain("Failed SD-FMT-001").And.Contain("Clause:").And.Contain("curl -sS").And.Contain("Failed:     ");
        output.Should().MatchRegex(@"Passed: +\d\d");
    }

    [Test]
    public async Task A_target_that_is_not_there_fails_every_test_with_the_reason()
    {
        var (exitCode, output) = await TestAsync("--filter", "FullyQualifiedName~TargetTests&TestCategory=quality", "-e", "OPEN311_TARGET=http://127.0.0.1:9/open311/v2");

        exitCode.Should().Be(1);
        output.Should().Contain("OneTimeSetUp: The server could not be tested").And.Contain("127.0.0.1").And.NotContain("Passed:     1");
    }

    static async Task<(int ExitCode, string Output)> TestAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["test", typeof(TargetRunTests).Assembly.Location, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output + await error);
    }
}
