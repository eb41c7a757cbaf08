using Open311.Cli.Tests.Fakes;

namespace Open311.Cli.Tests.Taping.Proxying;

public sealed class ProxyOptionTests
{
    [TestCase("--port 3111", "--port: This is said about a proxy; add --proxy URL.")]
    [TestCase("--allow-writes", "--allow-writes: This is said about a proxy; add --proxy URL.")]
    [TestCase("http://a.example/v2 --proxy http://a.example/v2", "--proxy: A URL to record is given, too; leave out one of the two.")]
    [TestCase("--proxy http://a.example/v2 --jurisdiction a", "--jurisdiction: This says how the tool itself asks, but through a proxy the client does; leave it out.")]
    [TestCase("--proxy a.example", "--proxy: 'a.example' is not an absolute http:// or https:// URL.")]
    [TestCase("--proxy http://a.example/v2 --bind nowhere", "--bind: 'nowhere' is not an address; expected such as 127.0.0.1, 0.0.0.0 or ::1.")]
    [TestCase("--proxy http://a.example/v2 --max-calls 0", "--max-calls: '0' cannot be used; expected a number of calls from 1 to 100000.")]
    [TestCase("", "Say what to record: open311 record URL --out DIR, or --proxy URL.")]
    public async Task What_cannot_be_meant_is_refused_in_a_sentence(string args, string sentence)
    {
        using var console = new FakeConsole();
        (await console.RunAsync(new FakeRooms(), ["record", "--out", "rec", .. args.Split(' ', StringSplitOptions.RemoveEmptyEntries)])).Should().Be(2);
        console.ErrorText.ToString().Should().StartWith($"Error: {sentence}");
        Directory.Exists(Path.Combine(console.WorkingDirectory, "rec")).Should().BeFalse();
    }
}
