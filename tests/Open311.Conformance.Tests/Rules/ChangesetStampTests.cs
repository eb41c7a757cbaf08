using Open311.Conformance.Rules.Discovery;

namespace Open311.Conformance.Tests.Rules;

public class ChangesetStampTests
{
    static readonly DateTimeOffset noon = new(2026, 6, 15, 12, 0, 0, TimeSpan.Zero);

    [TestCase("2026-06-15T12:04:00Z", false)]
    [TestCase("2026-06-15T12:06:00Z", true)]
    [TestCase("2026-06-16 11:00", false, Description = "Without a zone it may be noon somewhere.")]
    [TestCase("2026-06-16 13:00", true)]
    public void Is_later_only_beyond_doubt(string text, bool later) => ChangesetStamp.Read(text)!.Value.IsClearlyAfter(noon).Should().Be(later);

    [TestCase("20260615")]
    [TestCase("1781524800")]
    [TestCase("3f2a9c1")]
    [TestCase("v12")]
    [TestCase(null)]
    public void Reads_dates_only(string? text) => ChangesetStamp.Read(text).Should().BeNull();
}
