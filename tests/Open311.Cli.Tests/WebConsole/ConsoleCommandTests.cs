using Open311.Cli.Tests.Fakes;

namespace Open311.Cli.Tests.WebConsole;

public sealed class ConsoleCommandTests
{
    [Test]
    [CancelAfter(60_000)]
    public async Task Serves_until_it_is_told_to_stop_and_keeps_its_folder()
    {
        using var console = new FakeConsole { TimePasses = true };
        var run = console.RunAsync(new FakeRooms(), "console", "--port", "0", "--data", "kept");
        await console.OutText.FirstLine;

        console.Interrupts.Press();

        (await run).Should().Be(0, console.AllText);
        console.OutText.ToString().Should().StartWith("Console: http://127.0.0.1:");
        File.Exists(Path.Combine(console.WorkingDirectory, "kept", "console.db")).Should().BeTrue();
    }

    [TestCase("--bind 0.0.0.0", "*--token*")]
    [TestCase("--bind here", "*'here' is not an address*")]
    [TestCase("--token short", "*16 characters*")]
    [TestCase("--port 70000", "*a port number from 0 to 65535*")]
    [TestCase("--parallel 0", "*a whole number of checks from 1 to 16*")]
    public async Task What_cannot_be_used_is_told_in_a_sentence(string arguments, string sentence)
    {
        using var console = new FakeConsole();

        var exitCode = await console.RunAsync(new FakeRooms(), ["console", "--data", "kept", .. arguments.Split(' ')]);

        exitCode.Should().Be(2);
        console.ErrorText.ToString().Should().Match(sentence).And.StartWith("Error: ");
    }
}
