using Open311.Conformance.Requirements;
using Open311.Selftest.Docs;
using Open311.Testing;

namespace Open311.Selftest.Tests.Docs;

public sealed class RequirementPagesTests
{
    [Test]
    public void Are_up_to_date() =>
        RequirementPages.Stale(RequirementPages.Build(), new DirectoryInfo(Repository.PathOf("fixtures", "requirements")))
            .Should().BeEmpty("open311 requirements --docs fixtures/requirements writes them");

    [Test]
    public void Tell_of_every_requirement()
    {
        var pages = RequirementPages.Build();
        foreach (var requirement in RequirementCatalog.Load().Requirements)
            pages[$"{requirement.Area}.md"].Should().Contain($"## {requirement.Id}\n").And.Contain(requirement.Clause);
        pages["gr2-post.md"].Should().Contain("`post-without-location-taken`").And.Contain("- Cases: `");
        pages[RequirementPages.OverviewName].Should().Contain("(gr2-post.md)");
    }

    [Test]
    public void Are_stale_when_missing_changed_or_superfluous()
    {
        var folder = Directory.CreateTempSubdirectory("open311-pages-");
        try
        {
            var pages = new Dictionary<string, string> { ["a.md"] = "A\n", ["b.md"] = "B\n" };
            File.WriteAllText(Path.Combine(folder.FullName, "a.md"), "A\r\n");
            RequirementPages.Stale(pages, folder).Should().Equal("b.md is missing.");
            File.WriteAllText(Path.Combine(folder.FullName, "b.md"), "C\n");
            File.WriteAllText(Path.Combine(folder.FullName, "c.md"), "C\n");
            RequirementPages.Stale(pages, folder).Should().Equal("b.md is stale.", "c.md belongs to no area.");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Test]
    public void A_marked_block_is_replaced_between_its_marks_only()
    {
        var text = $"before\n{MarkedBlock.Begin}\nold\n{MarkedBlock.End}\nafter\n";
        MarkedBlock.Replace(text, "new\n").Should().Be($"before\n{MarkedBlock.Begin}\nnew\n{MarkedBlock.End}\nafter\n");
        MarkedBlock.Replace("before\n", "new\n").Should().BeNull();
        MarkedBlock.Replace($"{MarkedBlock.End}\n{MarkedBlock.Begin}\n", "new\n").Should().BeNull();
    }
}
