using NJsonSchema;
using Open311.Conformance.Requirements;
using Open311.Reporting.Matrix;
using Open311.Selftest.Docs;
using Open311.Testing;

namespace Open311.Selftest.Tests.Acceptance;

public sealed class KillMatrixTests
{
    [Test]
    public async Task Holds()
    {
        var matrix = await SharedRun.MatrixAsync();
        MatrixSummary.Lines(matrix)[0].Should().StartWith("Holds");
        matrix.Holds.Should().BeTrue(string.Join("\n", MatrixSummary.Lines(matrix)));
    }

    [Test]
    public async Task Has_a_fault_or_a_reason_for_every_must_and_a_fault_for_most_shoulds()
    {
        var matrix = await SharedRun.MatrixAsync();
        matrix.Unproven.Should().BeEmpty();
        matrix.Faults.Should().HaveCountGreaterThanOrEqualTo(300);
        matrix.Variations.Should().HaveCountGreaterThanOrEqualTo(80);
        matrix.MeanUnrelated.Should().BeLessThan(KillMatrix.MostUnrelated);
        var shoulds = matrix.Requirements.Where(r => r is { IsCore: true, Requirement.Level: Level.Should }).ToList();
        shoulds.Count(r => r.Faults.Count > 0).Should().BeGreaterThan(shoulds.Count * 9 / 10);
    }

    [Test]
    public async Task Excuses_nothing_that_a_fault_proves()
    {
        var matrix = await SharedRun.MatrixAsync();
        matrix.Requirements.Where(r => r.Reason is not null && r.Faults.Count > 0).Select(r => r.Requirement.Id).Should().BeEmpty();
    }

    [Test]
    public async Task Is_written_as_a_page_a_file_for_programs_and_Markdown()
    {
        var matrix = await SharedRun.MatrixAsync();
        var folder = Directory.CreateTempSubdirectory("open311-matrix-");
        try
        {
            var files = await KillMatrixWriter.WriteAsync(matrix, folder);
            files.Select(f => f.Name).Should().Equal("matrix.html", "matrix.json", "matrix.md");
            var schema = await JsonSchema.FromFileAsync(Repository.PathOf("fixtures", "schemas", "kill-matrix.schema.json"));
            schema.Validate(await File.ReadAllTextAsync(files[1].FullName)).Select(e => e.ToString()).Should().BeEmpty();
            var page = await File.ReadAllTextAsync(files[0].FullName);
            foreach (var fault in matrix.Faults)
                page.Should().Contain($"id=\"fault-{fault.Id}\"");
            page.Should().NotContain("refresh").And.NotContain(" src=").And.Contain("Content-Security-Policy");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Test]
    public async Task Is_summed_up_in_the_README()
    {
        var readme = (await File.ReadAllTextAsync(Repository.PathOf("README.md"))).ReplaceLineEndings("\n");
        var expected = MarkedBlock.Replace(readme, MatrixSummary.Markdown(await SharedRun.MatrixAsync()));
        expected.Should().NotBeNull("the README marks the place of the summary");
        readme.Should().Be(expected, "open311 selftest --update README.md writes it");
    }
}
