using Open311.Conformance.Targets;
using Open311.Reporting.Redaction;

namespace Open311.Reporting.Tests.Redaction;

sealed class SecretMaskTests
{
    [TestCase("key is a/b c&d!")]
    [TestCase("a%2Fb%20c%26d%21")]
    [TestCase("a%2fb+c%26d!")]
    [TestCase("A%2FB+C&amp;D!")]
    [TestCase("a%252Fb%2520c%2526d%2521")]
    [TestCase(@"a\/b c\u0026d!")]
    [TestCase("a&#x2F;b&#32;c&#38;d&#x21;")]
    [TestCase("xa/b c&d!x")]
    public void Finds_a_key_however_it_is_written(string text)
    {
        var masked = Mask("a/b c&d!").Apply(text);

        masked.Should().Contain(SecretMask.Mask).And.NotContainEquivalentOf("c&d").And.NotContain("26");
    }

    [TestCase("test", "the latest test, testing", "the latest REDACTED, testing")]
    [TestCase("42", "42 of 42 in api_key=42, \"api_key\": \"42\"", "42 of 42 in api_key=REDACTED, \"api_key\": \"REDACTED\"")]
    [TestCase("x", "<api_key>x</api_key> x", "<api_key>REDACTED</api_key> x")]
    public void A_key_that_is_a_common_word_does_not_ruin_the_report(string key, string text, string masked) =>
        Mask(key).Apply(text).Should().Be(masked);

    [TestCase("")]
    [TestCase(null)]
    public void Without_a_key_nothing_changes(string? key) =>
        Mask(key).Apply("api_key=").Should().Be("api_key=");

    [Test]
    public void A_key_of_pattern_characters_is_taken_literally() =>
        Mask(".*+?[a]{2}|^$\\").Apply("abc .*+?[a]{2}|^$\\ def").Should().Be("abc REDACTED def");

    [Test]
    public void Knows_the_other_credentials_of_the_operator()
    {
        var mask = SecretMask.For(new Target
        {
            Endpoint = new Uri("https://user:hunter2hunter2@city.example/"),
            ExtraHeaders = [new("Authorization", "Bearer abcdef123"), new("X-Trace", "visible")],
            ExtraQuery = [new("token", "qwertz123"), new("page", "visible")],
        });

        mask.Apply("hunter2hunter2 abcdef123 qwertz123 visible")
            .Should().Be("WITHHELD WITHHELD WITHHELD visible");
    }

    [TestCase(0, 3)]
    [TestCase(0, 8)]
    [TestCase(8, 20)]
    [TestCase(12, 14)]
    public void A_cut_through_a_key_shows_no_part_of_it(int from, int to) =>
        Mask("secret-key").ApplyTo("abc secret-key def", from, Math.Min(to, 18)).Should().NotContainAny("sec", "ret", "key", "-k");

    static SecretMask Mask(string? key) => SecretMask.For(new Target { Endpoint = new Uri("https://city.example/"), ApiKey = key });
}
