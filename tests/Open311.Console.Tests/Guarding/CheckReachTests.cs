using System.Net;
using Open311.WebConsole.Guarding;

namespace Open311.WebConsole.Tests.Guarding;

public sealed class CheckReachTests
{
    [TestCase("127.0.0.1")]
    [TestCase("127.255.255.254")]
    [TestCase("0.0.0.0")]
    [TestCase("10.1.2.3")]
    [TestCase("172.16.0.1")]
    [TestCase("172.31.255.255")]
    [TestCase("192.168.1.1")]
    [TestCase("169.254.169.254")]
    [TestCase("100.64.0.1")]
    [TestCase("192.0.0.8")]
    [TestCase("198.18.0.1")]
    [TestCase("203.0.113.9")]
    [TestCase("224.0.0.1")]
    [TestCase("255.255.255.255")]
    [TestCase("::")]
    [TestCase("::1")]
    [TestCase("fe80::1")]
    [TestCase("fd00::1")]
    [TestCase("ff02::1")]
    [TestCase("::ffff:127.0.0.1")]
    [TestCase("::ffff:10.0.0.1")]
    [TestCase("64:ff9b::7f00:1")]
    [TestCase("2002:7f00:1::")]
    [TestCase("2001:db8::1")]
    [TestCase("2001::1")]
    public void Addresses_that_are_not_public_are_asked_only_where_the_operator_allows_it(string address)
    {
        new CheckReach(everywhere: false).Refusal(IPAddress.Parse(address), 80).Should().Contain("is not a public address").And.Contain("--allow-private");
        new CheckReach(everywhere: true).Refusal(IPAddress.Parse(address), 80).Should().BeNull();
    }

    [TestCase("1.1.1.1")]
    [TestCase("172.32.0.1")]
    [TestCase("100.128.0.1")]
    [TestCase("192.169.0.1")]
    [TestCase("::ffff:8.8.8.8")]
    [TestCase("2606:4700::1111")]
    public void Public_addresses_are_asked(string address) => new CheckReach(everywhere: false).Refusal(IPAddress.Parse(address), 443).Should().BeNull();

    [Test]
    public void Own_cities_are_asked_as_long_as_they_are_open()
    {
        var reach = new CheckReach(everywhere: false);

        reach.Open(4711);
        reach.Refusal(IPAddress.Loopback, 4711).Should().BeNull();
        reach.Refusal(IPAddress.Loopback, 4712).Should().NotBeNull();
        reach.Refusal(IPAddress.Parse("10.0.0.1"), 4711).Should().NotBeNull();
        reach.Close(4711);
        reach.Refusal(IPAddress.Loopback, 4711).Should().NotBeNull();
    }
}
