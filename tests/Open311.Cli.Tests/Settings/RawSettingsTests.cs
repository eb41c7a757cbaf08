using Open311.Cli.Settings;

namespace Open311.Cli.Tests.Settings;

public sealed class RawSettingsTests
{
    [Test]
    public void The_stronger_side_replaces_a_list_as_a_whole()
    {
        var merged = Of(("class", ["a"])).Over(Of(("class", ["b", "c"]), ("only", ["d"])));
        merged["class"].Select(v => v.Text).Should().Equal("a");
        merged["only"].Select(v => v.Text).Should().Equal("d");
    }

    [Test]
    public void What_was_not_given_is_empty()
    {
        var none = new RawSettings();
        none["class"].Should().BeEmpty();
        none.One("class").Should().BeNull();
        none.Has("class").Should().BeFalse();
    }

    [TestCase("api-key", "api-key-env")]
    [TestCase("api-key-env", "api-key")]
    public void Naming_the_key_in_one_way_silences_the_other_way_of_the_weaker_side(string stronger, string weaker)
    {
        var merged = Of((stronger, ["a"])).Over(Of((weaker, ["b"])));
        merged.Has(stronger).Should().BeTrue();
        merged.Has(weaker).Should().BeFalse();
    }

    [Test]
    public void Merging_changes_neither_side()
    {
        var weaker = Of(("seed", ["1"]));
        var stronger = Of(("seed", ["2"]), ("rate", ["3"]));
        stronger.Over(weaker);
        weaker.One("seed")!.Text.Should().Be("1");
        weaker.Has("rate").Should().BeFalse();
        stronger.One("seed")!.Text.Should().Be("2");
    }

    static RawSettings Of(params (string Key, string[] Values)[] settings)
    {
        var raw = new RawSettings();
        foreach (var (key, values) in settings)
            raw[key] = [.. values.Select(v => new RawValue(v, key))];
        return raw;
    }
}
