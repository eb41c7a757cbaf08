using System.IO.Compression;
using Open311.Acceptance.Tests.Documents;
using Open311.Mock;

namespace Open311.Acceptance.Tests.Pipelines;

/// <summary>The action for GitHub and the job for GitLab, run with packages of this build and files in place of the runner's.</summary>
[Platform(Exclude = "Win", Reason = "The steps are for bash.")]
[CancelAfter(240_000)]
public sealed class PipelineTests
{
    DirectoryInfo feed = null!;

    [OneTimeSetUp]
    public async Task PackAsync() => feed = await Packages.PackAsync();

    [OneTimeTearDown]
    public void Clean() => feed.Delete(recursive: true);

    [Test]
    public async Task The_action_installs_checks_shows_and_keeps_what_it_found()
    {
        await using var city = await MockCity.StartAsync(o => o.Faults.Add("xml-labelled-html"));
        using var page = new ShellPage();
        File.WriteAllText(Path.Combine(page.Folder.FullName, "known list.yaml"), "known: []\n");
        var steps = PipelineSteps.OfAction(new Dictionary<string, string>
        {
            ["url"] = city.Endpoint.OriginalString,
            ["wait-for"] = city.Endpoint.OriginalString + "/services.xml",
            ["baseline"] = "known list.yaml",
            ["args"] = "--class\ndiscovery,read-xml\n",
            ["source"] = feed.FullName,
            ["version"] = Packages.Version,
        });

        var runner = RunnerFiles(page);
        (await page.RunAsync("set -e\n" + steps[0].Script, Merged(runner, steps[0].Variables))).ExitCode.Should().Be(0);
        page.Read("path").Trim().Should().Be(Path.Combine(page.Folder.FullName, "open311"));
        runner["PATH"] = $"{page.Read("path").Trim()}:{Environment.GetEnvironmentVariable("PATH")}";
        var (exitCode, printed) = await page.RunAsync("set -e\n" + steps[1].Script, Merged(runner, steps[1].Variables));

        exitCode.Should().Be(1, "{0}", printed);
        page.Read("output").Should().Contain("exit-code=1");
        page.Read("summary").Should().Contain("GR2-ENC-002").And.Be(page.Read("open311-report/report.md"));
        printed.Should().Contain("Baseline known list.yaml:").And.Contain("new      GR2-ENC-002").And.Contain("It answered 200");
        using var bundle = ZipFile.OpenRead(Path.Combine(page.Folder.FullName, "open311-report", "bundle.zip"));
        bundle.GetEntry("manifest.json").Should().NotBeNull();
    }

    [Test]
    public async Task The_action_says_why_there_is_no_report()
    {
        using var page = new ShellPage();
        var (_, script, variables) = PipelineSteps.OfAction(new Dictionary<string, string> { ["url"] = "not a url; touch injected $(touch injected)" })[1];

        var (exitCode, printed) = await page.RunAsync("set -e\n" + script, Merged(RunnerFiles(page), variables));

        exitCode.Should().Be(2, "{0}", printed);
        page.Read("summary").Should().Be("'open311 check' ended with exit code 2 and wrote no report; the log of this step says why.\n");
        page.Folder.GetFiles("injected").Should().BeEmpty("inputs are data");
    }

    [Test]
    public async Task The_job_for_GitLab_installs_checks_and_keeps_what_it_found()
    {
        await using var city = await MockCity.StartAsync();
        using var page = new ShellPage();
        var (script, variables, job) = PipelineSteps.OfGitLab();
        Dictionary<string, string> own = new() { ["OPEN311_URL"] = city.Endpoint.OriginalString, ["OPEN311_ARGS"] = "--class discovery --quiet", ["OPEN311_SOURCE"] = feed.FullName };

        var (exitCode, printed) = await page.RunAsync("set -e\n" + script, Merged(variables, own));

        exitCode.Should().Be(0, "{0}", printed);
        foreach (var kept in (string[])[PipelineSteps.Text(job["artifacts"]["reports"]["junit"]), PipelineSteps.Text(job["artifacts"]["paths"][0]) + "/bundle.zip"])
            File.Exists(Path.Combine(page.Folder.FullName, kept.Replace("$OPEN311_OUT", variables["OPEN311_OUT"]))).Should().BeTrue(kept);
    }

    [Test]
    public void What_the_package_for_test_projects_needs_is_packed_too() => Packages.MissingDependencies(feed).Should().BeEmpty();

    [Test]
    public void The_page_about_CI_names_inputs_that_there_are()
    {
        var page = File.ReadAllText(Repository.PathOf("fixtures", "docs", "ci.md"));
        var workflow = page[(page.IndexOf("  with:\n", StringComparison.Ordinal) + 8)..page.LastIndexOf("```", StringComparison.Ordinal)];
        var named = workflow.Split('\n').Select(line => line.Trim().Split(':')[0]).Where(name => name.Length > 0).ToList();

        named.Should().HaveCountGreaterThan(3);
        PipelineSteps.OfAction(named.ToDictionary(name => name, _ => "x")).Should().HaveCount(2);
    }

    static Dictionary<string, string> RunnerFiles(ShellPage page) => new()
    {
        ["RUNNER_TEMP"] = page.Folder.FullName,
        ["GITHUB_PATH"] = Path.Combine(page.Folder.FullName, "path"),
        ["GITHUB_OUTPUT"] = Path.Combine(page.Folder.FullName, "output"),
        ["GITHUB_STEP_SUMMARY"] = Path.Combine(page.Folder.FullName, "summary"),
    };

    static Dictionary<string, string> Merged(IReadOnlyDictionary<string, string> some, IReadOnlyDictionary<string, string> others) =>
        some.Concat(others.Where(o => o.Value.Length > 0 || !some.ContainsKey(o.Key))).GroupBy(v => v.Key).ToDictionary(g => g.Key, g => g.Last().Value);
}
