using Open311.Cli.Consoles;

namespace Open311.Cli.Tests.Consoles;

public sealed class PrintableTests
{
    [TestCase("plain Ünïcode 市", "plain Ünïcode 市")]
    [TestCase("a\u001b[2Jb", @"a\u001B[2Jb")]
    [TestCase("a\u0085b\u202Ec", @"a\u0085b\u202Ec")]
    [TestCase("two\nlines", @"two\u000Alines")]
    [TestCase("line\u2028separator", @"line\u2028separator")]
    public void A_line_steers_nothing(string text, string printed) =>
        Printable.Line(text).Should().Be(printed);

    [Test]
    public void A_line_is_bounded() =>
        Printable.Line(new string('x', 5000)).Should().HaveLength(303).And.EndWith("...");

    [Test]
    public void Lines_keep_their_breaks() =>
        Printable.Lines("a\r\nb\tc\u0007").Should().Be("a\nb\tc\\u0007");
}
