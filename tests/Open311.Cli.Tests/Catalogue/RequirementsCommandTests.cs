using System.Text.Json;
using Open311.Cli.Tests.Fakes;

namespace Open311.Cli.Tests.Catalogue;

public sealed class RequirementsCommandTests
{
    [Test]
    public async Task Lists_every_requirement_on_a_line_of_its_own()
    {
        var (exitCode, text, _) = await RunAsync("requirements");
        exitCode.Should().Be(0);
        text.Split('\n').Count(line => line.Contains("tested  ", StringComparison.Ordinal)).Should().Be(322);
        text.Should().NotContain("...  ");
    }

    [Test]
    public async Task Lists_one_requirement()
    {
        var (exitCode, text, _) = await RunAsync("requirements", "gr2-reqs-031");
        exitCode.Should().Be(0);
        text.Should().StartWith("GR2-REQS-031  must").And.Contain("start_date and end_date together select by requested_datetime.");
    }

    [TestCase("gr2-reqs")]
    [TestCase("GR2-REQS-*")]
    public async Task Lists_those_that_begin_alike(string beginning)
    {
        var (_, text, _) = await RunAsync("requirements", beginning);
        text.Split('\n').Count(line => line.StartsWith("GR2-REQS-", StringComparison.Ordinal)).Should().BeGreaterThan(20);
        text.Should().NotContain("\nGR2-XML");
    }

    [Test]
    public async Task Lists_a_class_within_the_width_of_the_terminal()
    {
        using var console = new FakeConsole { OutIsTerminal = true, Width = 90 };
        await console.RunAsync(new FakeRooms(), "requirements", "--class", "read-json");
        var lines = console.OutText.ToString().Split('\n');
        lines.Should().OnlyContain(line => line.Length <= 90).And.HaveCountGreaterThan(50);
        lines.Where(line => line.StartsWith("GR2", StringComparison.Ordinal)).Should().OnlyContain(line => line.Contains("read-json"));
    }

    [Test]
    public async Task Lists_what_is_untested_with_reasons()
    {
        var (_, text, _) = await RunAsync("requirements", "--untested", "--class", "bulk");
        text.Should().Contain("untested:").And.NotContain("  tested  ");
    }

    [Test]
    public async Task Speaks_json()
    {
        var (_, text, _) = await RunAsync("requirements", "GR2-REQS-031", "--json");
        var document = JsonDocument.Parse(text).RootElement;
        document.GetProperty("schema").GetString().Should().Be("open311-requirements/1");
        document.GetProperty("requirement_set").GetString().Should().StartWith("georeport-v2/");
        var entry = document.GetProperty("requirements").EnumerateArray().Should().ContainSingle().Subject;
        entry.GetProperty("level").GetString().Should().Be("must");
        entry.EnumerateObject().Select(p => p.Name).Should().Equal(
            "id", "level", "basis", "classes", "statement", "applies", "doc", "section", "clause", "method", "how_to_test", "writes", "ruling", "fix");
    }

    [Test]
    public async Task Json_holds_every_requirement()
    {
        var (_, text, _) = await RunAsync("requirements", "--json");
        JsonDocument.Parse(text).RootElement.GetProperty("requirements").GetArrayLength().Should().Be(322);
    }

    [TestCase("requirements GR2-REQS-0311", "There is no requirement 'GR2-REQS-0311'; the nearest are GR2-REQS-011, GR2-REQS-031,")]
    [TestCase("requirements --class read-jsn", "--class: 'read-jsn' is not a conformance class. Did you mean 'read-json'?")]
    [TestCase("requirements GR2-REQS-031 --class write", "--class: An ID is given already; leave out one of the two.")]
    [TestCase("explain GR2-REQS-031 GR2-REQ-032", "There is no requirement 'GR2-REQ-032'; the nearest are GR2-REQS-032,")]
    public async Task What_is_unknown_is_refused_with_what_is_near(string commandLine, string sentence)
    {
        var (exitCode, text, error) = await RunAsync(commandLine.Split(' '));
        exitCode.Should().Be(2);
        text.Should().BeEmpty();
        error.Should().StartWith($"Error: {sentence}");
    }

    [Test]
    public async Task Explains_each_requirement_once()
    {
        var (exitCode, text, _) = await RunAsync("explain", "GR2-REQS-031", "sd-url-002", "gr2-reqs-031");
        exitCode.Should().Be(0);
        var parts = text.Split(new string('-', 96));
        parts.Should().HaveCount(2);
        parts[0].Should().StartWith("GR2-REQS-031: ").And.Contain("\nHow to fix it\n");
        parts[1].Should().StartWith("\n\nSD-URL-002: ").And.EndWith("\n");
    }

    static async Task<(int ExitCode, string Out, string Error)> RunAsync(params string[] args)
    {
        using var console = new FakeConsole();
        var exitCode = await console.RunAsync(new FakeRooms(), args);
        return (exitCode, console.OutText.ToString(), console.ErrorText.ToString());
    }
}
