namespace Open311.Acceptance.Tests.Documents;

/// <summary>The commands of the tutorials work as they stand there.</summary>
[Platform(Exclude = "Win", Reason = "The commands are for a POSIX shell.")]
[CancelAfter(240_000)]
public sealed class TutorialTests
{
    const int LinesOfAPage = 60;

    [Test]
    public async Task A_vendor_gets_from_the_first_check_to_a_green_build()
    {
        using var page = await RunAsync("vendor.md");

        page.Read("first/report.html").Should().Contain("GR2-ENC-002");
        page.Read("known.yaml").Should().Contain("- requirement: GR2-ENC-002");
        page.Read("posts.txt").Should().Contain("curl").And.NotContain("port-linden-test-key");
    }

    [Test]
    public async Task A_buyer_gets_from_the_tender_to_the_decision()
    {
        using var page = await RunAsync("buyer.md");

        page.Read("annex.md").Should().Contain("rfp-2026");
        page.Read("decision/comparison.html").Should().Contain("anna.zip").And.Contain("bert.zip");
    }

    [Test]
    public async Task A_client_developer_gets_an_answer_to_whether_the_call_was_right()
    {
        using var page = await RunAsync("client.md");

        page.Read("services.json").Should().Contain("service_code");
        page.Read("findings.json").Should().Contain("CLI-REQS-");
    }

    [TestCase("vendor.md")]
    [TestCase("buyer.md")]
    [TestCase("client.md")]
    [TestCase("verdicts.md")]
    [TestCase("real-city.md")]
    [TestCase("ci.md")]
    public void A_page_is_a_page_and_its_links_lead_somewhere(string name)
    {
        var file = Repository.PathOf("fixtures", "docs", name);
        var text = File.ReadAllText(file);

        text.Split('\n').Should().HaveCountLessThan(LinesOfAPage);
        foreach (System.Text.RegularExpressions.Match link in System.Text.RegularExpressions.Regex.Matches(text, @"\]\(([^)#]+)(#[^)]*)?\)"))
            File.Exists(Path.Combine(Path.GetDirectoryName(file)!, link.Groups[1].Value)).Should().BeTrue($"{name} leads to {link.Groups[1].Value}");
    }

    static async Task<ShellPage> RunAsync(string name)
    {
        var page = new ShellPage();
        var script = ShellPage.ScriptOf(await File.ReadAllTextAsync(Repository.PathOf("fixtures", "docs", name)));
        var (exitCode, printed) = await page.RunAsync(script);
        exitCode.Should().Be(0, "{0}", printed);
        return page;
    }
}
