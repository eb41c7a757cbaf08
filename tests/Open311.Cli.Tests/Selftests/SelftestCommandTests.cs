using Open311.Cli.Tests.Fakes;
using Open311.Conformance.Findings;
using Open311.Reporting.Matrix;
using Open311.Selftest.Docs;

namespace Open311.Cli.Tests.Selftests;

public sealed class SelftestCommandTests
{
    static readonly FaultRow missed = new() { Id = "f", Title = "F.", Area = "a", Expected = ["GR2-SVC-001"], Fired = [], Unexpected = [], Proof = "GET /: another body" };

    [Test]
    public async Task Writes_the_matrix_and_says_where()
    {
        using var console = new FakeConsole();
        (await console.RunAsync(new FakeRooms(), "selftest", "--area", "dates", "--out", "here")).Should().Be(0);
        console.OutText.ToString().Should().Contain("Holds").And.Contain(Path.Combine("here", "matrix.html"));
        File.Exists(Path.Combine(console.WorkingDirectory, "here", "matrix.json")).Should().BeTrue();
    }

    [Test]
    public async Task Ends_with_1_on_a_miss()
    {
        using var console = new FakeConsole();
        var rooms = new FakeRooms { FakeSelftest = new FakeSelftest { Matrix = Of(missed) } };
        (await console.RunAsync(rooms, "selftest")).Should().Be(1);
        console.OutText.ToString().Should().Contain("The fault f is not noticed by GR2-SVC-001");
    }

    [Test]
    public async Task Ends_with_3_on_an_error_of_the_suite()
    {
        using var console = new FakeConsole();
        var rooms = new FakeRooms { FakeSelftest = new FakeSelftest { Matrix = Of(missed with { Fired = [new("GR2-SVC-001", Verdict.Fail)], Errors = ["It broke."] }) } };
        (await console.RunAsync(rooms, "selftest")).Should().Be(3);
    }

    [TestCase("--fault", "no-such-fault")]
    [TestCase("--update", "missing.md")]
    [TestCase("--update", "README.md", "--fault", "dates-rfc822")]
    [TestCase("--update", "README.md", "--area", "dates")]
    [TestCase("--update", "unmarked.md")]
    public async Task Refuses_what_it_cannot_use(params string[] arguments)
    {
        using var console = new FakeConsole();
        console.WriteFile("README.md", $"{MarkedBlock.Begin}\n{MarkedBlock.End}\n");
        console.WriteFile("unmarked.md", "Nothing.\n");
        (await console.RunAsync(new FakeRooms(), ["selftest", .. arguments])).Should().Be(2);
        console.ErrorText.ToString().Should().Contain($"Error: {arguments[0]}: ");
    }

    [Test]
    public async Task Updates_a_file_between_its_marks()
    {
        using var console = new FakeConsole();
        console.WriteFile("README.md", $"before\n{MarkedBlock.Begin}\nold\n{MarkedBlock.End}\nafter\n");
        (await console.RunAsync(new FakeRooms(), "selftest", "--update", "README.md")).Should().Be(0);
        (await File.ReadAllTextAsync(Path.Combine(console.WorkingDirectory, "README.md"))).Should().StartWith("before\n").And.EndWith("after\n").And.Contain("| Faults noticed |").And.NotContain("old");
    }

    [Test]
    public async Task Writes_the_pages_about_requirements_and_finds_them_up_to_date()
    {
        using var console = new FakeConsole();
        (await console.RunAsync(new FakeRooms(), "requirements", "--docs", "pages", "--check")).Should().Be(1);
        console.ErrorText.ToString().Should().Contain("gr2-post.md is missing.");
        (await console.RunAsync(new FakeRooms(), "requirements", "--docs", "pages")).Should().Be(0);
        (await console.RunAsync(new FakeRooms(), "requirements", "--docs", "pages", "--check")).Should().Be(0);
    }

    static KillMatrix Of(FaultRow fault) => new() { ToolVersion = "1", RequirementSet = "set", Faults = [fault], Variations = [], Requirements = [] };
}
