using Open311.Testing;

namespace Open311.Target.Tests.Certifying;

public sealed class ReadmeTests
{
    [Test]
    public void The_three_lines_of_the_README_are_those_that_certify_the_sample_app()
    {
        var readme = File.ReadAllLines(Repository.PathOf("README.md")).Select(line => line.Trim());
        var source = File.ReadAllLines(Repository.PathOf("tests", "Open311.Target.Tests", "SampleCityTests.cs"));

        var lines = source.Where(line => line.StartsWith("using ") || line.StartsWith("public ")).ToList();
        lines.Should().HaveCount(2, "the reference to the package is the third");
        readme.Should().Contain(lines);
    }
}
