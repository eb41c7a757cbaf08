using Open311.Cli.Checking;
using Open311.Cli.Tests.Fakes;

namespace Open311.Cli.Tests.Checking;

public sealed class ReportFolderTests
{
    static readonly DateTimeOffset Now = new(2026, 11, 23, 14, 5, 6, TimeSpan.FromHours(2));

    [TestCase("https://example.org/open311/v2", "example.org-20261123T120506Z")]
    [TestCase("https://example.org:443/v2", "example.org-20261123T120506Z")]
    [TestCase("http://Example.ORG:8080/v2", "example.org-8080-20261123T120506Z")]
    [TestCase("http://[2001:db8::1]/v2", "2001-db8--1-20261123T120506Z")]
    [TestCase("http://[::1]:3110/v2", "1-3110-20261123T120506Z")]
    [TestCase("http://bürger.example/v2", "xn--brger-kva.example-20261123T120506Z")]
    [TestCase("http://a_b.example/v2", "a-b.example-20261123T120506Z")]
    public void Is_named_by_host_port_and_utc_time(string url, string name) =>
        ReportFolder.NameFor(new Uri(url), Now).Should().Be(name);

    [Test]
    public void Is_named_embedded_city_without_an_endpoint() =>
        ReportFolder.NameFor(null, Now).Should().Be("embedded-city-20261123T120506Z");

    [Test]
    public void Keeps_a_long_host_within_bounds()
    {
        var host = string.Join('.', Enumerable.Repeat("abcdefghij", 20));
        ReportFolder.NameFor(new Uri($"http://{host}/"), Now).Length.Should().BeLessThan(110);
    }

    [Test]
    public void A_second_run_in_the_same_second_has_a_folder_of_its_own()
    {
        using var console = new FakeConsole();
        var first = ReportFolder.Create(null, null, console);
        var second = ReportFolder.Create(null, null, console);
        first.Should().Be(Path.Combine(console.WorkingDirectory, "reports", "embedded-city-20261123T123456Z"));
        second.Should().Be(first + "-2");
    }

    [Test]
    public void A_given_folder_is_used_again()
    {
        using var console = new FakeConsole();
        ReportFolder.Create("out/here", null, console).Should().Be(ReportFolder.Create("out/here", null, console));
        Directory.EnumerateFileSystemEntries(Path.Combine(console.WorkingDirectory, "out", "here")).Should().BeEmpty("the trial file goes again");
    }
}
