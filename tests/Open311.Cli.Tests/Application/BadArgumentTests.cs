using Open311.Cli.Tests.Fakes;

namespace Open311.Cli.Tests.Application;

public sealed class BadArgumentTests
{
    const string CheckHelp = " See 'open311 check --help'.";

    [TestCase("chek", "'chek' is not a command of open311. Did you mean 'check'? See 'open311 --help'.")]
    [TestCase("frobnicate", "'frobnicate' is not a command of open311. See 'open311 --help'.")]
    [TestCase("check --timout 5", "'--timout' is not an option of 'open311 check'. Did you mean '--timeout'?" + CheckHelp)]
    [TestCase("check -x", "'-x' is not an option of 'open311 check'." + CheckHelp)]
    [TestCase("check --timeout", "--timeout: The value is missing; expected '--timeout SECONDS'." + CheckHelp)]
    [TestCase("check --timeout 1 --timeout 2", "--timeout is given 2 times; keep one." + CheckHelp)]
    [TestCase("check http://a.example http://b.example", "'http://b.example' is one argument too many for 'open311 check'; expected one URL." + CheckHelp)]
    [TestCase("check --timeout soon", "--timeout: 'soon' cannot be used; expected a number of seconds from 0.1 to 600, such as 1.")]
    [TestCase("check --timeout 0", "--timeout: '0' cannot be used; expected a number of seconds from 0.1 to 600, such as 1.")]
    [TestCase("check --timeout NaN", "--timeout: 'NaN' cannot be used; expected a number of seconds from 0.1 to 600, such as 1.")]
    [TestCase("check --timeout 1,5", "--timeout: '1,5' cannot be used; expected a number of seconds from 0.1 to 600, such as 1.")]
    [TestCase("check --rate -1", "--rate: '-1' cannot be used; expected a number of requests a second from 0 to 1000, such as 1.")]
    [TestCase("check --concurrency 0", "--concurrency: '0' cannot be used; expected a whole number from 1 to 64.")]
    [TestCase("check --concurrency 2.5", "--concurrency: '2.5' cannot be used; expected a whole number from 1 to 64.")]
    [TestCase("check --seed 99999999999", "--seed: '99999999999' cannot be used; expected a whole number from 0 to 2147483647.")]
    [TestCase("check --lang fr", "--lang: No report is written in 'fr'; expected one of en, de.")]
    [TestCase("check --report htm", "--report: 'htm' is not a report format. Did you mean 'html'? There are: html, json, junit, md, badge.")]
    [TestCase("check --report html,,md", "--report: 'html,,md' has an empty part; expected names with one comma between them.")]
    [TestCase("check --only GR2-RQS-031", "--only: No requirement or case has an id like 'GR2-RQS-031'. Did you mean 'GR2-REQS-031'? 'open311 requirements' lists the ids; * stands for anything.")]
    [TestCase("check --quiet --verbose", "--quiet: Quiet and verbose exclude each other; leave one of them out.")]
    [TestCase("check --jurisdiction city.example", "--jurisdiction: This is said about an endpoint, but none is given; add its URL, as in 'open311 check https://example.org/open311/v2'.")]
    [TestCase("check http://a.example --extra-query tenant", "--extra-query: The value has no name before an equals sign; expected NAME=VALUE, such as X-Client=acceptance.")]
    [TestCase("check http://a.example --extra-header a:b=c", "--extra-header: 'a:b' does not make a header; a name has no blanks or separators, and a value no line breaks.")]
    [TestCase("check http://a.example --api-key-env NOT_SET", "--api-key-env: The environment variable 'NOT_SET' is not set; set it to the API key, or leave this out.")]
    [TestCase("check http://a.example --api-key a --api-key-env b", "--api-key-env: The API key is given as well, by api-key; keep one of the two.")]
    [TestCase("explain", "ID is missing; expected one ID or several. See 'open311 explain --help'.")]
    [TestCase("mock --port 70000", "--port: '70000' cannot be used; expected a port number from 0 to 65535.")]
    [TestCase("mock --fault xml-as-htm", "--fault: 'xml-as-htm' is not a fault. Did you mean 'xml-as-html'? 'open311 faults' lists them.")]
    [TestCase("mock --variation zip", "--variation: 'zip' is not a variation. Did you mean 'gzip'? 'open311 faults' lists them.")]
    [TestCase("faults all", "'all' is one argument too many for 'open311 faults'; expected none. See 'open311 faults --help'.")]
    public async Task Is_refused_in_one_sentence(string commandLine, string sentence)
    {
        using var console = new FakeConsole();
        var rooms = new FakeRooms();
        var exitCode = await console.RunAsync(rooms, commandLine.Split(' '));
        console.ErrorText.ToString().Should().Be($"Error: {sentence}\n");
        console.OutText.ToString().Should().BeEmpty();
        exitCode.Should().Be(2);
        rooms.FakeSuite.Last.Should().BeNull("nothing is sent before everything is understood");
    }

    [TestCase("example.org/open311/v2", "is not an absolute http:// or https:// URL. Did you mean 'https://example.org/open311/v2'?")]
    [TestCase("localhost:8080/v2", "is not an absolute http:// or https:// URL. Did you mean 'http://localhost:8080/v2'?")]
    [TestCase("//example.org/v2", "is not an absolute http:// or https:// URL. Did you mean 'https://example.org/v2'?")]
    [TestCase("http:/example.org/v2", "is not an absolute http:// or https:// URL. Did you mean 'https://example.org/v2'?")]
    [TestCase("htps://example.org/v2", "is not an absolute http:// or https:// URL. Did you mean 'https://example.org/v2'?")]
    [TestCase("ftp://example.org/v2", "is not an absolute http:// or https:// URL. Did you mean 'https://example.org/v2'?")]
    [TestCase("chicago", "is not an absolute http:// or https:// URL. Write it as in 'https://example.org/open311/v2'.")]
    [TestCase("http://", "is not an absolute http:// or https:// URL. Write it as in 'https://example.org/open311/v2'.")]
    [TestCase("http://example.org/a b", "is not an absolute http:// or https:// URL. Write it as in 'https://example.org/open311/v2'.")]
    [TestCase("http://example.org/v2?jurisdiction_id=x", "has a query; an endpoint has none. Leave '?jurisdiction_id=x' out, and give arguments of every request by --extra-query.")]
    [TestCase("http://example.org/v2#top", "has a fragment, which no server sees; leave '#top' out.")]
    [TestCase("http://example.org/v2/services.xml", "is a resource, not the endpoint it lies in. Did you mean 'http://example.org/v2'?")]
    [TestCase("http://example.org/v2/requests.json", "is a resource, not the endpoint it lies in. Did you mean 'http://example.org/v2'?")]
    public async Task A_url_that_is_no_endpoint_is_refused(string url, string sentence)
    {
        using var console = new FakeConsole();
        var exitCode = await console.RunAsync(new FakeRooms(), "check", url);
        console.ErrorText.ToString().Should().Be($"Error: URL: '{url}' {sentence}\n");
        exitCode.Should().Be(2);
    }

    [Test]
    public async Task A_password_in_the_url_is_refused_and_not_repeated()
    {
        using var console = new FakeConsole();
        var exitCode = await console.RunAsync(new FakeRooms(), "check", "https://clerk:hunter2@example.org/v2");
        exitCode.Should().Be(2);
        console.AllText.Should().Contain("user name or password").And.NotContain("hunter2");
    }

    [TestCase("check", "--apikey", "sesame-42")]
    [TestCase("check", "--apikey=sesame-42")]
    [TestCase("check", "--jurisdiction", "a", "--apikey", "sesame-42")]
    [TestCase("check", "http://example.org/v2?api_key=sesame-42")]
    [TestCase("check", "example.org/v2?api_key=sesame-42")]
    public async Task A_key_given_in_a_wrong_way_is_not_repeated(params string[] args)
    {
        using var console = new FakeConsole();
        var exitCode = await console.RunAsync(new FakeRooms(), args);
        exitCode.Should().Be(2);
        console.AllText.Should().NotContain("sesame");
    }

    [Test]
    public async Task What_steers_a_terminal_is_written_out()
    {
        using var console = new FakeConsole();
        await console.RunAsync(new FakeRooms(), "check", "http://\u001b[31mred");
        console.ErrorText.ToString().Should().Contain(@"\u001B[31mred").And.NotContain("\u001b");
    }

    [Test]
    public async Task An_unknown_class_is_refused_with_the_one_that_was_meant()
    {
        using var console = new FakeConsole();
        var exitCode = await console.RunAsync(new FakeRooms(), "check", "--class", "read-xlm");
        exitCode.Should().Be(2);
        console.ErrorText.ToString().Should().Be("Error: --class: 'read-xlm' is not a conformance class. Did you mean 'read-xml'? There are: discovery, read-xml, read-json.\n");
    }

    [Test]
    public async Task A_folder_that_cannot_be_made_is_refused_before_the_run()
    {
        using var console = new FakeConsole();
        console.WriteFile("taken", "");
        var rooms = new FakeRooms();
        var exitCode = await console.RunAsync(rooms, "check", "--out", "taken");
        exitCode.Should().Be(2);
        console.ErrorText.ToString().Should().StartWith("Error: --out: No report can be written to ");
        rooms.FakeSuite.Last.Should().BeNull();
    }
}
