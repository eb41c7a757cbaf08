using Open311.Cli.Tests.Fakes;

namespace Open311.Cli.Tests.Fleet;

public sealed class TargetsFileTests
{
    const string Expected = "expected 'targets:' and below it lines such as '- url: https://example.org/open311/v2'.";
    const string SeeHelp = " The settings are those of 'open311 check --help', without the hyphens, and 'name'.";

    [TestCase("", ": The file is empty; " + Expected)]
    [TestCase("just words", "(1,1): The file does not hold targets; " + Expected)]
    [TestCase("timeout: 5", "(1,1): The file names no targets; " + Expected)]
    [TestCase("targets:", "(1,9): targets: This is not a list; expected lines such as '- url: https://example.org/open311/v2' below it.")]
    [TestCase("targets: []", "(1,10): targets: The list is empty; " + Expected)]
    [TestCase("[]", "(1,1): targets: The list is empty; " + Expected)]
    [TestCase("targets: { url: http://a.example }", "(1,10): targets: This is not a list; expected lines such as '- url: https://example.org/open311/v2' below it.")]
    [TestCase("targets: [http://a.example]\ntargets: [http://b.example]", "(2,1): 'targets' is given twice; keep one.")]
    [TestCase("targets:\n- [a]", "(2,3): An entry is neither a URL nor settings; expected lines such as '- url: https://example.org/open311/v2'.")]
    [TestCase("targets:\n- name: A", "(2,3): The target has no url; add a line such as 'url: https://example.org/open311/v2'.")]
    [TestCase("targets:\n- name: A\n  url: a.example/v2", "(3,8): url: 'a.example/v2' is not an absolute http:// or https:// URL. Did you mean 'https://a.example/v2'?")]
    [TestCase("targets:\n- a.example/v2", "(2,3): url: 'a.example/v2' is not an absolute http:// or https:// URL. Did you mean 'https://a.example/v2'?")]
    [TestCase("targets:\n- url: http://a.example\n  timeout: soon", "(3,12): timeout: 'soon' cannot be used; expected a number of seconds from 0.1 to 600, such as 1.")]
    [TestCase("timeout: soon\ntargets: [http://a.example]", "(1,10): timeout: 'soon' cannot be used; expected a number of seconds from 0.1 to 600, such as 1.")]
    [TestCase("targets:\n- url: http://a.example\n  timout: 5", "(3,3): 'timout' is not a setting of a target. Did you mean 'timeout'?" + SeeHelp)]
    [TestCase("target: [http://a.example]", "(1,1): 'target' is not a setting of this file. Did you mean 'targets'?" + SeeHelp)]
    [TestCase("targets:\n- url: http://a.example\n  api-key: sesame", "(3,3): A key in plain text does not belong in a file of many targets; write 'api-key-env: NAME', the environment variable that holds it.")]
    [TestCase("api-key: sesame\ntargets: [http://a.example]", "(1,1): A key in plain text does not belong in a file of many targets; write 'api-key-env: NAME', the environment variable that holds it.")]
    [TestCase("targets:\n- url: http://a.example\n  api-key-env: NO_SUCH_KEY", "(3,16): api-key-env: The environment variable 'NO_SUCH_KEY' is not set; set it to the API key, or leave this out.")]
    [TestCase("url: http://a.example\ntargets: [http://a.example]", "(1,1): 'url' belongs to one target; write it into an entry below 'targets:'.")]
    [TestCase("allow-writes: true\ntargets: [http://a.example]", "(1,1): 'allow-writes' is a consent, which each target gives for itself; write it into the entries it is meant for.")]
    [TestCase("production: true\ntargets: [http://a.example]", "(1,1): 'production' is a consent, which each target gives for itself; write it into the entries it is meant for.")]
    [TestCase("targets:\n- url: http://a.example\n  out: here", "(3,3): 'out' is not for one target: its reports go to a folder of its own below --out; remove the line.")]
    [TestCase("targets:\n- url: http://a.example\n  parallel: 2", "(3,3): 'parallel' concerns all targets; write it above 'targets:'.")]
    [TestCase("targets:\n- url: http://a.example\n  dry-run: true", "(3,3): 'dry-run' is not a setting of a target. It can only be given on the command line." + SeeHelp)]
    [TestCase("parallel: 0\ntargets: [http://a.example]", "(1,11): parallel: '0' cannot be used; expected a whole number of targets from 1 to 64.")]
    [TestCase("targets:\n- url: http://a.example\n  preset: sport", "(3,11): preset: There is no preset 'sport'. Did you mean 'spot'? There are: bearer, chicago, ottawa, simple-crm, spot, toronto.")]
    [TestCase("targets:\n- url: http://a.example\n- url: http://a.example/", "(3,3): A target is already called 'a.example', at targets.yaml(2,3); give each a name of its own.")]
    [TestCase("targets:\n- { url: http://a.example, name: X }\n- { url: http://b.example, name: x }", "(3,3): A target is already called 'X', at targets.yaml(2,3); give each a name of its own.")]
    [TestCase("targets:\n- url: &a http://a.example", "(2,8): Anchors and tags are not used here; write the value itself.")]
    [TestCase("targets: [http://a.example]\n---\ntargets: []", "(2,1): The file holds a second YAML document; expected one, so remove the '---' line.")]
    [TestCase("targets:\n- url: http://a.example\n  only: GR9-*", "(3,9): only: No requirement or case has an id like 'GR9-*'. 'open311 requirements' lists the ids; * stands for anything.")]
    public async Task What_cannot_be_used_is_refused_before_anything_is_sent(string yaml, string sentence)
    {
        using var console = new FakeConsole();
        console.WriteFile("targets.yaml", yaml);
        var rooms = new FakeRooms();

        var exitCode = await console.RunAsync(rooms, "check", "--targets", "targets.yaml");

        console.ErrorText.ToString().Should().Be($"Error: targets.yaml{sentence}\n");
        exitCode.Should().Be(2);
        rooms.FakeSuite.Runs.Should().BeEmpty();
        Directory.EnumerateDirectories(console.WorkingDirectory).Should().BeEmpty();
    }

    [TestCase("targets: [")]
    [TestCase("targets:\n- url: 'http://a")]
    [TestCase("\ttargets: x")]
    [TestCase("- a: b: c")]
    public async Task What_is_not_yaml_is_refused_with_its_place(string yaml)
    {
        using var console = new FakeConsole();
        console.WriteFile("targets.yaml", yaml);

        (await console.RunAsync(new FakeRooms(), "check", "--targets", "targets.yaml")).Should().Be(2);

        console.ErrorText.ToString().Should().MatchRegex(@"^Error: targets\.yaml\(\d+,\d+\): [^\n]+\n$");
    }

    [Test]
    public async Task Depth_and_size_are_bounded()
    {
        using var console = new FakeConsole();
        console.WriteFile("deep.yaml", "targets: " + new string('[', 200_000));
        (await console.RunAsync(new FakeRooms(), "check", "--targets", "deep.yaml")).Should().Be(2);
        console.WriteFile("deeper.yaml", "- base_url: " + new string('[', 200_000));
        (await console.RunAsync(new FakeRooms(), "check", "--targets", "deeper.yaml")).Should().Be(2);
        console.WriteFile("big.yaml", new string('#', 1024 * 1024 + 1));
        (await console.RunAsync(new FakeRooms(), "check", "--targets", "big.yaml")).Should().Be(2);
        console.ErrorText.ToString().Should().Be(
            "Error: deep.yaml(1,29): This is nested more than 20 levels deep; such a file is not read.\n"
            + "Error: deeper.yaml(1,33): This is nested more than 20 levels deep; such a file is not read.\n"
            + "Error: --targets: 'big.yaml' has 1048577 bytes; a file of targets has at most 1048576.\n");
    }

    [TestCase("http://a.example", "URL: An endpoint and --targets are given; leave one of them out.")]
    [TestCase("--config open311.yaml", "--config: The file of --targets holds the settings of its targets itself; write them there.")]
    [TestCase("--api-key sesame", "--api-key: A key is not sent to many endpoints by one option; write 'api-key-env: NAME' into the entry it belongs to.")]
    [TestCase("--jurisdiction a.example", "--jurisdiction: This is said about one endpoint, and --targets names many; write it into that file, for all targets or into an entry.")]
    [TestCase("--parallel many", "--parallel: 'many' cannot be used; expected a whole number of targets from 1 to 64.")]
    [TestCase("--part 3/2", "--part: '3/2' is no part; expected K/N, such as 2/5 for the second of five.")]
    [TestCase("--part 1/2", "--part: The targets can be put into 1 parts at most, since those on one host stay together; '1/2' asks for more.")]
    public async Task What_cannot_go_with_many_targets_is_refused(string arguments, string sentence)
    {
        using var console = new FakeConsole();
        console.WriteFile("targets.yaml", "targets: [http://a.example/v2, http://a.example/v3]");
        console.WriteFile("open311.yaml", "");

        var exitCode = await console.RunAsync(new FakeRooms(), ["check", "--targets", "targets.yaml", .. arguments.Split(' ')]);

        console.ErrorText.ToString().Should().Be($"Error: {sentence}\n");
        exitCode.Should().Be(2);
    }

    [TestCase("--parallel", "3")]
    [TestCase("--part", "1/2")]
    public async Task What_is_for_many_targets_needs_their_file(string option, string value)
    {
        using var console = new FakeConsole();
        (await console.RunAsync(new FakeRooms(), "check", option, value)).Should().Be(2);
        console.ErrorText.ToString().Should().Be($"Error: {option}: This is for many targets; name their file by --targets.\n");
    }

    [Test]
    public async Task A_file_of_settings_is_no_file_of_targets_and_the_other_way_round()
    {
        using var console = new FakeConsole();
        console.WriteFile("targets.yaml", "targets: [http://a.example]");
        (await console.RunAsync(new FakeRooms(), "check", "--config", "targets.yaml")).Should().Be(2);
        console.ErrorText.ToString().Should().StartWith("Error: targets.yaml(1,1): 'targets' is not a setting of this file. A file of many targets is given by --targets instead of --config.");
    }
}
