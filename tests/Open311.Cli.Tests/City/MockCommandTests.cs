using System.Text.Json;
using Open311.Cli.Tests.Fakes;
using VerifyNUnit;

namespace Open311.Cli.Tests.City;

[CancelAfter(120_000)]
public sealed class MockCommandTests
{
    [Test]
    public async Task Tells_programs_and_people_where_it_is()
    {
        using var console = new FakeConsole();
        await RunUntilStoppedAsync(console, new FakeRooms(), "mock");
        var text = console.OutText.ToString();
        var first = text.Split('\n')[0];
        first.Should().StartWith("ready ");
        JsonDocument.Parse(first["ready ".Length..]).RootElement.GetProperty("endpoint").GetString().Should().Be("http://127.0.0.1:3110/open311/v2");
        await Verifier.Verify(text);
    }

    [Test]
    public async Task Gives_the_city_its_faults_and_variations()
    {
        using var console = new FakeConsole();
        var rooms = new FakeRooms();
        await RunUntilStoppedAsync(console, rooms, "mock", "--port", "3110", "--fault", "XML-as-HTML", "json-wrapped", "--variation", "gzip");
        rooms.FakeCities.Started.Should().BeEquivalentTo((3110, new[] { "xml-as-html", "json-wrapped" }, new[] { "gzip" }));
    }

    [Test]
    public async Task A_taken_port_is_the_operators_to_change()
    {
        using var console = new FakeConsole();
        var rooms = new FakeRooms();
        rooms.FakeCities.Failure = new IOException("Address already in use.");
        var exitCode = await console.RunAsync(rooms, "mock", "--port", "80");
        exitCode.Should().Be(2);
        console.ErrorText.ToString().Should().Be(
            "Error: --port: The city cannot listen on port 80: Address already in use. Choose another port, or 0 for any free one.\n");
    }

    [Test]
    public async Task Lists_faults_and_variations()
    {
        using var console = new FakeConsole();
        (await console.RunAsync(new FakeRooms(), "faults")).Should().Be(0);
        await Verifier.Verify(console.OutText.ToString());
    }

    static async Task RunUntilStoppedAsync(FakeConsole console, FakeRooms rooms, params string[] args)
    {
        var run = console.RunAsync(rooms, args);
        console.Interrupts.Press();
        (await run).Should().Be(0, console.ErrorText.ToString());
    }
}
