using Open311.Cli.Tests.Fakes;
using Open311.Conformance.Exchanges;

namespace Open311.Cli.Tests.Checking;

[CancelAfter(60_000)]
public sealed class WaitForTests
{
    const string Endpoint = "http://127.0.0.1:8080/open311/v2";
    const string Health = "http://127.0.0.1:8080/health/?full=1";

    [Test]
    public async Task Asks_until_the_service_answers_and_then_judges()
    {
        using var console = new FakeConsole { Time = new SteppingTime(TimeSpan.FromSeconds(1)) };
        var rooms = new FakeRooms();
        var asked = new List<ProbeRequest>();
        rooms.FakeSuite.Answering = request =>
        {
            lock (asked)
                asked.Add(request);
            return asked.Count switch { 1 => Refused, 2 => Sample.Exchange(Health, 503), 3 => Sample.Exchange(Health, 404), _ => Sample.Exchange(Health, 204) };
        };

        var exitCode = await console.RunAsync(rooms, "check", Endpoint, "--wait-for", Health, "--api-key", "secret");

        exitCode.Should().Be(0);
        asked.Should().HaveCount(4).And.OnlyContain(r => r.Url.OriginalString == Health && r.Headers.Count == 0 && r.CaseId == "wait-for");
        rooms.FakeSuite.Last!.Target.Endpoint.OriginalString.Should().Be(Endpoint);
        console.ErrorText.ToString().Should().StartWith($"Waiting for {Health} to answer, 60 s at most.\nIt answered 204 after 3 s.\n");
    }

    [TestCase(503, "the last answer was 503")]
    [TestCase(0, "nothing listens there")]
    public async Task A_service_that_never_answers_is_exit_3_and_a_sentence(int status, string last)
    {
        using var console = new FakeConsole { Time = new SteppingTime(TimeSpan.FromSeconds(1)) };
        var rooms = new FakeRooms();
        rooms.FakeSuite.Answering = _ => status == 0 ? Refused : Sample.Exchange(Health, status);

        var exitCode = await console.RunAsync(rooms, "check", Endpoint, "--wait-for", Health, "--wait-timeout", "5", "--quiet");

        exitCode.Should().Be(3);
        rooms.FakeSuite.Last.Should().BeNull("nothing is judged");
        console.ErrorText.ToString().Should().Be(
            $"Could not be tested: {Health} did not answer with success within 5 s ({last}). Start the service, look at its log, or give it longer by --wait-timeout.\n");
        Directory.GetFileSystemEntries(Path.Combine(console.WorkingDirectory, "reports")).Should().BeEmpty("nothing is left behind");
    }

    [Test]
    public async Task Ctrl_C_ends_the_waiting()
    {
        using var console = new FakeConsole();
        var rooms = new FakeRooms();
        rooms.FakeSuite.Answering = _ =>
        {
            console.Interrupts.Press();
            return Refused;
        };

        (await console.RunAsync(rooms, "check", Endpoint, "--wait-for", Health)).Should().Be(3);
        console.ErrorText.ToString().Should().EndWith("Stopped before there was anything to report.\n");
    }

    [TestCase("is not an absolute http:// or https:// URL", "check", Endpoint, "--wait-for", "health")]
    [TestCase("There is no URL to wait for; name it by --wait-for", "check", Endpoint, "--wait-timeout", "5")]
    [TestCase("expected a number of seconds from 1 to 3600", "check", Endpoint, "--wait-for", Health, "--wait-timeout", "0")]
    [TestCase("This is said about an endpoint, but none is given", "check", "--wait-for", Health)]
    [TestCase("This is for one target", "check", "--targets", "targets.yaml", "--wait-for", Health)]
    public async Task What_cannot_be_waited_for_is_refused_in_a_sentence(string sentence, params string[] arguments)
    {
        using var console = new FakeConsole();
        var rooms = new FakeRooms();

        (await console.RunAsync(rooms, arguments)).Should().Be(2);
        console.ErrorText.ToString().Should().Contain(sentence);
        rooms.FakeSuite.Last.Should().BeNull();
    }

    static Exchange Refused => Sample.Exchange(Health, 200) with { Outcome = ExchangeOutcome.ConnectionRefused, Answer = null, Problem = "Nothing listens there." };
}
