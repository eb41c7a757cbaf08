using Open311.Conformance.Posting;

namespace Open311.Conformance.Tests.Posting;

public class RunMarkTests
{
    static readonly DateTimeOffset start = new(2026, 6, 15, 10, 0, 0, TimeSpan.Zero);

    [Test]
    public void The_same_seed_and_start_give_the_same_mark() =>
        new RunMark(311, start).Nonce(7).Should().Be(new RunMark(311, start).Nonce(7)).And.MatchRegex("^[0-9a-z]{7}-007$");

    [Test]
    public void Another_seed_or_start_gives_another_mark() =>
        new[] { new RunMark(311, start).Id, new RunMark(312, start).Id, new RunMark(311, start.AddTicks(1)).Id }.Should().OnlyHaveUniqueItems();

    [Test]
    public void Every_text_says_what_it_is() =>
        Enum.GetValues<Prose>().Where(p => p != Prose.None).Select(p => ProseWriter.Write(p, "abc-001"))
            .Should().OnlyContain(text => text.StartsWith("Open311 conformance test abc-001, please ignore."));

    [TestCase(Prose.Full, 4000)]
    [TestCase(Prose.FullAscii, 4000)]
    [TestCase(Prose.Over, 4001)]
    [TestCase(Prose.Huge, 20000)]
    public void Long_texts_have_their_length_in_characters_and_nothing_to_trim(Prose prose, int length)
    {
        var text = ProseWriter.Write(prose, "abc-001");
        text.EnumerateRunes().Count().Should().Be(length);
        text.Trim().Length.Should().Be(text.Length);
        text.Should().NotContainAny("<", ">", "&");
    }

    [Test]
    public void Half_of_the_full_text_is_not_ascii() =>
        ProseWriter.Write(Prose.Full, "abc-001").Count(c => c > 127).Should().BeInRange(1400, 2600);
}
