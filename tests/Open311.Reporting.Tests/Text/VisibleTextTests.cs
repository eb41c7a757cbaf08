using Open311.Reporting.Text;

namespace Open311.Reporting.Tests.Text;

sealed class VisibleTextTests
{
    [TestCase("plain text, é, 日本, 😀", "plain text, é, 日本, 😀")]
    [TestCase("a\0b\u001bc\u007f", "a\\u{0000}b\\u{001B}c\\u{007F}")]
    [TestCase("\u202Ereversed\u202C", "\\u{202E}reversed\\u{202C}")]
    [TestCase("\u2066\u2069\u200e\u061c", "\\u{2066}\\u{2069}\\u{200E}\\u{061C}")]
    [TestCase("zero\u200bwidth\ufeff", "zero\\u{200B}width\\u{FEFF}")]
    [TestCase("\u0085\u2028\u2029", "\\u{0085}\\u{2028}\\u{2029}")]
    [TestCase("\U000E0041", "\\u{E0041}")]
    [TestCase("one\r\ntwo\tthree", "one\ntwo\tthree")]
    [TestCase("only\rcarriage", "only\\rcarriage")]
    public void Writes_out_what_cannot_be_seen(string text, string visible) => VisibleText.Of(text).Should().Be(visible);

    // No test case: attributes cannot hold half a character.
    [Test]
    public void Writes_out_half_a_character() => VisibleText.Of("\uD800x\uDC00").Should().Be("\\u{D800}x\\u{DC00}");

    [Test]
    public void Writes_out_line_ends_where_one_line_is_wanted() => VisibleText.OneLine("one\r\ntwo\tthree").Should().Be("one\\ntwo\\tthree");

    [Test]
    public void Leaves_a_text_that_is_visible_already_alone()
    {
        var visible = VisibleText.OneLine("\0\u202E\n");

        VisibleText.OneLine(visible).Should().Be(visible);
    }

    [TestCase("short", "short")]
    [TestCase("1234567890", "1234567890")]
    [TestCase("12345678901", "1234567890 … (11 characters in all)")]
    [TestCase("123456789😀", "123456789 … (11 characters in all)")]
    public void Cuts_at_a_safe_place_and_says_so(string text, string cut) => Bounded.Cut(text, 10).Should().Be(cut);

    [TestCase("1234567890", "1234567890")]
    [TestCase("12345678901", "123456789…")]
    [TestCase("12345678😀1", "12345678…")]
    public void Shortens_headlines(string text, string cut) => Bounded.Short(text, 10).Should().Be(cut);
}
