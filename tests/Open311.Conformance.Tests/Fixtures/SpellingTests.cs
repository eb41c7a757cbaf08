using Open311.Conformance.Fixtures;

namespace Open311.Conformance.Tests.Fixtures;

public sealed class SpellingTests
{
    static readonly string[] Known = ["level", "level_basis", "needs", "refs", "section"];

    [TestCase("levle", "; did you mean 'level'?")]
    [TestCase("need", "; did you mean 'needs'?")]
    [TestCase("Section", "; did you mean 'section'?")]
    [TestCase("level-basis", "; did you mean 'level_basis'?")]
    public void Suggests_the_key_that_was_meant(string written, string expected) => Spelling.Suggest(written, Known).Should().Be(expected);

    [Test]
    public void Suggests_nothing_when_nothing_is_near() => Spelling.Suggest("colour", Known).Should().BeEmpty();

    [Test]
    public void Lists_the_nearest_first() => Spelling.Nearest("level_basi", Known, 2).Should().Equal("level_basis", "level");

    [Test]
    public void Counts_swapped_neighbours_as_one_mistake() => Spelling.Nearest("lveel", Known, 3, 1).Should().Equal("level");

    [TestCase(0, "nothing")]
    [TestCase(1, "level")]
    [TestCase(2, "level or level_basis")]
    [TestCase(3, "level, level_basis or needs")]
    public void Lists_choices_as_a_sentence_does(int count, string expected) => Spelling.Choice(Known[..count]).Should().Be(expected);
}
