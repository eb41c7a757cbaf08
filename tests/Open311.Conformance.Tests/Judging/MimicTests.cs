using Open311.Conformance.Judging;

namespace Open311.Conformance.Tests.Judging;

/// <summary>An identifier that is unknown and looks like the known ones, so that it is refused for being unknown and for nothing else.</summary>
public sealed class MimicTests
{
    [TestCase("SR-2026-00417", "^[A-Z]{2}-[1-9]?[0-9]{3,4}-[0-9]{5}$")]
    [TestCase("street-light", "^[a-z]{6}-[a-z]{5}$")]
    [TestCase("638344", "^[1-9][0-9]{5}$")]
    [TestCase("4fd3b4e1c0a8f00d", "^[1-9][0-9]?[0-9a-f]+$")]
    public void Looks_like_what_is_known(string known, string form)
    {
        for (var seed = 0; seed < 50; seed++)
            Mimic.Unlike([known], new Random(seed)).Should().MatchRegex(form).And.HaveLength(known.Length).And.NotBe(known);
    }

    [Test]
    public void Is_none_of_those_known_in_any_letter_case()
    {
        var known = Enumerable.Range('A', 26).Select(c => $"{(char)c}").ToList();
        for (var seed = 0; seed < 50; seed++)
            known.Should().NotContain(k => k.Equals(Mimic.Unlike(known, new Random(seed)), StringComparison.OrdinalIgnoreCase));
    }

    [Test]
    public void Grows_where_no_name_is_free()
    {
        Mimic.Unlike(["7", "1", "2", "3", "4", "5", "6", "8", "9"], new Random(1)).Length.Should().BeGreaterThan(1);
        Mimic.Unlike(["Ämter"], new Random(1)).Should().NotBe("Ämter");
    }

    [Test]
    public void Is_a_plain_number_where_nothing_is_known() => Mimic.Unlike([], new Random(1)).Should().MatchRegex("^[1-9][0-9]{5}$");

    [Test]
    public void Takes_a_plain_one_of_some_length_as_model() => Mimic.Unlike(["a b/c", "x", "plain", "longer-one"], new Random(1)).Should().MatchRegex("^[a-z]{5}$");
}
