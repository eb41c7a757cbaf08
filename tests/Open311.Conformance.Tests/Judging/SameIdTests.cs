using Open311.Conformance.Judging;

namespace Open311.Conformance.Tests.Judging;

/// <summary>An id that went through a JSON number is still the same id.</summary>
public sealed class SameIdTests
{
    [TestCase("28221", "28221")]
    [TestCase("28221.0", "28221")]
    [TestCase("007", "7")]
    [TestCase("000", "0")]
    [TestCase("00", "0.0")]
    [TestCase("7.0", "007")]
    [TestCase("", "")]
    [TestCase(null, null)]
    public void Is_the_same(string? one, string? other)
    {
        SameId.Instance.Equals(one, other).Should().BeTrue();
        SameId.Instance.Equals(other, one).Should().BeTrue();
        SameId.Instance.GetHashCode(one).Should().Be(SameId.Instance.GetHashCode(other));
    }

    [TestCase("28221", "28222")]
    [TestCase("28221.5", "28221")]
    [TestCase("a.0", "a")]
    [TestCase("0a", "a")]
    [TestCase("A1", "a1")]
    [TestCase(".0", "")]
    [TestCase(".0", "0")]
    [TestCase("0", "")]
    [TestCase("1", null)]
    [TestCase("28221.00", "28221")]
    [TestCase("-7.0", "-7")]
    public void Is_another(string? one, string? other) => SameId.Instance.Equals(one, other).Should().BeFalse();
}
