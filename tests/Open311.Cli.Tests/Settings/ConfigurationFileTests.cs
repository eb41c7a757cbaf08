using Open311.Cli.Tests.Fakes;

namespace Open311.Cli.Tests.Settings;

public sealed class ConfigurationFileTests
{
    const string SeeHelp = " The settings are those of 'open311 check --help', without the hyphens.";

    [TestCase("timout: 5", "(1,1): 'timout' is not a setting of this file. Did you mean 'timeout'?" + SeeHelp)]
    [TestCase("strict: true\nfrobnicate: 1", "(2,1): 'frobnicate' is not a setting of this file." + SeeHelp)]
    [TestCase("--timeout: 5", "(1,1): '--timeout' is not a setting of this file. Did you mean 'timeout'?" + SeeHelp)]
    [TestCase("config: other.yaml", "(1,1): 'config' is not a setting of this file. It can only be given on the command line." + SeeHelp)]
    [TestCase("timeout: 5\ntimeout: 6", "(2,1): 'timeout' is given twice; keep one.")]
    [TestCase("timeout: soon", "(1,10): timeout: 'soon' cannot be used; expected a number of seconds from 0.1 to 600, such as 1.")]
    [TestCase("timeout: [1, 2]", "(1,10): timeout: This is not a single value; expected 'timeout: seconds'.")]
    [TestCase("timeout:", "(1,9): timeout: The value is missing; give one, or remove the line.")]
    [TestCase("timeout: ~", "(1,10): timeout: The value is missing; give one, or remove the line.")]
    [TestCase("strict: yes", "(1,9): strict: 'yes' is neither true nor false; write one of these.")]
    [TestCase("url: example.org/v2", "(1,6): url: 'example.org/v2' is not an absolute http:// or https:// URL. Did you mean 'https://example.org/v2'?")]
    [TestCase("report: [html, pdf]", "(1,16): report: 'pdf' is not a report format. There are: html, json, junit, md, badge.")]
    [TestCase("class:\n  name: read-xml", "(2,3): class: This is not a single value; expected 'class: name'.")]
    [TestCase("extra-query:\n  tenant: [1]", "(2,11): extra-query: The value of 'tenant' is not a single text; write 'name: value'.")]
    [TestCase("jurisdiction: &anchor city.example", "(1,15): Anchors and tags are not used here; write the value itself.")]
    [TestCase("jurisdiction: *anchor", "(1,15): jurisdiction: This is not a single value; expected 'jurisdiction: id'.")]
    [TestCase("seed: !!int 5", "(1,7): Anchors and tags are not used here; write the value itself.")]
    [TestCase("- strict", "(1,1): The file does not hold settings; expected lines such as 'url: https://example.org/open311/v2'.")]
    [TestCase("just words", "(1,1): The file does not hold settings; expected lines such as 'url: https://example.org/open311/v2'.")]
    [TestCase("? [a]\n: b", "(1,3): A key is not a plain word; expected the name of a setting, such as 'timeout'.")]
    [TestCase("strict: true\n---\nstrict: false", "(2,1): The file holds a second YAML document; expected one, so remove the '---' line.")]
    [TestCase("jurisdiction: city.example", "(1,15): jurisdiction: This is said about an endpoint, but none is given; add its URL, as in 'open311 check https://example.org/open311/v2'.")]
    public async Task What_cannot_be_used_is_refused_with_its_place(string yaml, string sentence)
    {
        using var console = new FakeConsole();
        console.WriteFile("open311.yaml", yaml);
        var exitCode = await console.RunAsync(new FakeRooms(), "check", "--config", "open311.yaml");
        console.ErrorText.ToString().Should().Be($"Error: open311.yaml{sentence}\n");
        exitCode.Should().Be(2);
    }

    [TestCase("url: 'http://a")]
    [TestCase("url: [")]
    [TestCase("\turl: x")]
    [TestCase("a: b: c")]
    [TestCase("class: [a, b\ntimeout: 3\n")]
    [TestCase("extra-query: { a: b\nseed: 3\n")]
    public async Task What_is_not_yaml_is_refused_with_its_place(string yaml)
    {
        using var console = new FakeConsole();
        console.WriteFile("open311.yaml", yaml);
        var exitCode = await console.RunAsync(new FakeRooms(), "check", "--config", "open311.yaml");
        console.ErrorText.ToString().Should().MatchRegex(@"^Error: open311\.yaml\(\d+,\d+\): [^\n]+\n$");
        exitCode.Should().Be(2);
    }

    [Test]
    public async Task A_missing_file_is_refused()
    {
        using var console = new FakeConsole();
        var exitCode = await console.RunAsync(new FakeRooms(), "check", "--config", "nowhere.yaml");
        exitCode.Should().Be(2);
        console.ErrorText.ToString().Should().Be(
            $"Error: --config: There is no file 'nowhere.yaml' in {console.WorkingDirectory}; name an existing YAML file, or leave --config out.\n");
    }

    [Test]
    public async Task A_folder_is_refused()
    {
        using var console = new FakeConsole();
        Directory.CreateDirectory(Path.Combine(console.WorkingDirectory, "settings"));
        var exitCode = await console.RunAsync(new FakeRooms(), "check", "--config", "settings");
        exitCode.Should().Be(2);
        console.ErrorText.ToString().Should().Be("Error: --config: 'settings' is a folder; expected a YAML file of settings in it.\n");
    }

    [Test]
    public async Task Depth_and_size_are_bounded()
    {
        using var console = new FakeConsole();
        console.WriteFile("deep.yaml", "class: " + new string('[', 200_000));
        (await console.RunAsync(new FakeRooms(), "check", "--config", "deep.yaml")).Should().Be(2);
        console.WriteFile("big.yaml", new string('#', 1024 * 1024 + 1));
        (await console.RunAsync(new FakeRooms(), "check", "--config", "big.yaml")).Should().Be(2);
        console.ErrorText.ToString().Should().Contain("(1,9): class: This is not a single value").And.Contain("a file of settings has at most 1048576");
    }

    [TestCase("")]
    [TestCase("# nothing yet\n")]
    [TestCase("---\n")]
    public async Task An_empty_file_says_nothing(string yaml)
    {
        using var console = new FakeConsole();
        console.WriteFile("open311.yaml", yaml);
        (await console.RunAsync(new FakeRooms(), "check", "--config", "open311.yaml")).Should().Be(0, console.ErrorText.ToString());
    }
}
