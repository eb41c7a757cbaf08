using Open311.Conformance.Asking;
using Open311.Conformance.Judging;
using Open311.Conformance.Tests.Support;
using Open311.Protocol;

namespace Open311.Conformance.Tests.Judging;

public sealed class WordsTests
{
    [Test]
    public void A_place_is_the_path_with_its_arguments_and_without_the_key()
    {
        Where.Of(Replies.Of(200)).Should().Be("services.xml");
        Where.Of(Replies.Of(200, ask: Ask.Requests(DataFormat.Xml, ("status", "open"), ("api_key", "secret"), ("service_code", "1")))).Should().Be("requests.xml?status=open&service_code=1");
    }

    [TestCase(120, 120)]
    [TestCase(121, 121)]
    public void A_long_place_is_cut(int length, int shown)
    {
        const string Before = "requests.xml?status=";
        var place = Where.Of(Replies.Of(200, ask: Ask.Requests(DataFormat.Xml, ("status", new string('x', length - Before.Length)))));
        place.Should().HaveLength(shown);
        place.EndsWith('…').Should().Be(length > 120);
    }

    [Test]
    public void Instants_are_written_in_UTC_to_the_second()
    {
        var instant = new DateTimeOffset(2026, 6, 15, 12, 30, 45, 678, TimeSpan.FromHours(2));
        Instants.Write(instant).Should().Be("2026-06-15T10:30:45Z");
        Instants.Second(instant).Should().Be(new DateTimeOffset(2026, 6, 15, 10, 30, 45, TimeSpan.Zero));
        Instants.Second(instant).Offset.Should().Be(TimeSpan.Zero);
    }

    [Test]
    public void Occasions_of_a_purpose_are_always_the_same_and_above_those_of_rules()
    {
        Occasions.Of("one").Should().Be(Occasions.Of("one")).And.NotBe(Occasions.Of("another"));
        Enumerable.Range(0, 200).Select(i => Occasions.Of($"{i}")).Should().OnlyContain(o => o >= 1_000 && o < 1_000_000_000);
    }

    [Test]
    public void Chance_depends_on_seed_and_name_alone()
    {
        Seeded.Of(1, "a").Next().Should().Be(Seeded.Of(1, "a").Next());
        Seeded.Of(1, "a").Next().Should().NotBe(Seeded.Of(2, "a").Next());
        Seeded.Of(1, "a").Next().Should().NotBe(Seeded.Of(1, "b").Next());
        Seeded.Of(1, "ab").Next().Should().NotBe(Seeded.Of(1, "ba").Next());

        // A run can be repeated years later, in another process.
        Seeded.Of(311, "survey").Next(1_000_000).Should().Be(Seeded.Of(311, "survey").Next(1_000_000));
    }
}
