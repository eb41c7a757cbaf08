using Open311.Cli.Tests.Fakes;
using Open311.Conformance.Findings;
using Open311.Reporting.Fleet;

namespace Open311.Cli.Tests.Fleet;

/// <summary>The form of data/servers.yml of the Open311 wiki, with cities that do not exist.</summary>
public sealed class DirectoryTests
{
    const string Yaml = """
        ---
        - name: "Port Linden, MA"
          country: "USA"
          api_documentation: ""
          api_issue_tracker: "https://tracker.example/issues?q=label%3Aportlinden"
          api_key_request: ""
          jurisdiction_id: "portlinden.example"
          api_discovery: "https://portlinden.example/open311/discovery.json"
          version: "georeport-v2"
          base_url: "https://portlinden.example/open311/v2/"
          test_url: "https://test.portlinden.example/open311/v2/"
          production_ready: true
          gov_domain: true
        - name: "Zwei Flüsse, Deutschland"
          country: "DEU"
          jurisdiction_id:
          api_discovery: ""
          version: "georeport-v2"
          base_url: "http://zwei.example/georeport/v2/"
          test_url: ""
          production_ready:
          languages: [de, { en: partly }]
        - name: "Test Only"
          jurisdiction_id: "0123"
          version: georeport-v2
          base_url: ""
          test_url: "http://test.example/v2"
        """;

    [Test]
    public async Task Entries_become_targets()
    {
        using var console = new FakeConsole();
        console.Variables["OPEN311_API_KEY"] = "usual";
        var rooms = await RunAsync(console, Yaml, 0, "--allow-writes");

        rooms.FakeSuite.Runs.Select(r => (r.Target.Endpoint.OriginalString, r.Target.Discovery?.OriginalString, string.Join(',', r.Target.Jurisdictions))).Should().BeEquivalentTo(
        [
            ("https://portlinden.example/open311/v2", "https://portlinden.example/open311/discovery.json", "portlinden.example"),
            ("http://zwei.example/georeport/v2", null, ""),
            ("http://test.example/v2", (string?)null, "0123"),
        ]);
        rooms.FakeReports.Index.Entries.Select(e => e.Name).Should().Equal("Port Linden, MA", "Zwei Flüsse, Deutschland", "Test Only");
        rooms.FakeReports.Index.Entries.Select(e => e.Report).Should().Equal("port-linden-ma/report.html", "zwei-example/report.html", "test-only/report.html");
        rooms.FakeSuite.Runs.Should().OnlyContain(r => r.Target.ApiKey == null && !r.Target.Writes.Allowed, "a directory gives no consent and holds no key");
    }

    [Test]
    public async Task A_directory_in_json_is_read_as_well()
    {
        using var console = new FakeConsole();
        var rooms = await RunAsync(console, """[{"name":"A","country":"USA","jurisdiction_id":null,"api_discovery":"","version":"georeport-v2","base_url":"http://a.example/v2/","test_url":"","production_ready":true}]""", 0);

        rooms.FakeSuite.Runs.Should().ContainSingle(r => r.Target.Endpoint.OriginalString == "http://a.example/v2" && r.Target.Jurisdictions.Count == 0 && r.Target.Discovery == null);
    }

    [Test]
    public async Task An_entry_that_cannot_be_used_could_not_be_tested_and_keeps_no_other_from_being_judged()
    {
        using var console = new FakeConsole();
        var rooms = await RunAsync(console, """
            - name: Good
              base_url: http://good.example/v2/
            - name: A resource
              base_url: "https://b.example/v2/655/requests.json"
            - name: Old
              base_url: http://old.example/v1/
              version: georeport-v1
            - name: Nowhere
              base_url: ""
            - base_url: [http://c.example]
            - just a word
            - name: Good
              base_url: http://good.example/v3/
            """, 3);

        rooms.FakeSuite.Runs.Select(r => r.Target.Endpoint.OriginalString).Should().Equal("http://good.example/v2", "http://good.example/v3");
        rooms.FakeReports.Index.Entries.Select(e => (e.Name, e.State, e.Reason)).Should().Equal(
            ("Good", FleetState.Conforms, null),
            ("A resource", FleetState.CouldNotTest, "servers.yml(4,13): base_url: 'https://b.example/v2/655/requests.json' is a resource, not the endpoint it lies in. Did you mean 'https://b.example/v2/655'?"),
            ("Old", FleetState.CouldNotTest, "servers.yml(7,12): The directory gives the version 'georeport-v1'; only georeport-v2 is judged."),
            ("Nowhere", FleetState.CouldNotTest, "servers.yml(8,3): The entry has no base_url, so there is nothing to ask."),
            ("servers.yml(10,3)", FleetState.CouldNotTest, "servers.yml(10,3): The entry has no base_url, so there is nothing to ask."),
            ("servers.yml(11,3)", FleetState.CouldNotTest, "servers.yml(11,3): The entry is no mapping of fields such as base_url, so there is nothing to ask."),
            ("Good", FleetState.Conforms, null));
        rooms.FakeReports.Index.Entries.Select(e => e.Report).Where(r => r != null).Should().Equal("good/report.html", "good-2/report.html");
        rooms.FakeReports.Index.Outcome.Should().Be(RunOutcome.CouldNotTest);
    }

    [Test]
    public async Task A_directory_without_a_usable_entry_is_refused()
    {
        using var console = new FakeConsole();
        await RunAsync(console, "- name: A\n  base_url: a.example\n", 2);
        console.ErrorText.ToString().Should().Be("Error: servers.yml(2,13): base_url: 'a.example' is not an absolute http:// or https:// URL. Did you mean 'https://a.example'?\n");
    }

    static async Task<FakeRooms> RunAsync(FakeConsole console, string yaml, int exitCode, params string[] args)
    {
        console.WriteFile("servers.yml", yaml);
        var rooms = new FakeRooms();
        (await console.RunAsync(rooms, ["check", "--targets", "servers.yml", "--parallel", "1", .. args])).Should().Be(exitCode, console.AllText);
        return rooms;
    }
}
