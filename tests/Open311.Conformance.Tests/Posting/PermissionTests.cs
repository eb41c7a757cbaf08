using Open311.Conformance.Judging;
using Open311.Conformance.Posting;
using Open311.Conformance.Targets;
using Open311.Protocol.Documents;

namespace Open311.Conformance.Tests.Posting;

public class PermissionTests
{
    [TestCase(false, false, false, "test", "*--allow-writes*API key*")]
    [TestCase(true, false, false, "test", "*API key*")]
    [TestCase(false, true, false, "test", "*--allow-writes*")]
    [TestCase(true, true, false, "production", "*production*--production*")]
    [TestCase(true, true, false, null, "*no readable discovery*--production*")]
    [TestCase(true, true, false, "staging", "*'staging'*--production*")]
    public void Nothing_is_posted_without_what_it_takes(bool allowed, bool key, bool production, string? type, string reason) =>
        Permission.Denied(Target(allowed, key, production), Facts(type)).Should().Match(reason);

    [TestCase(false, "test")]
    [TestCase(false, " Test ")]
    [TestCase(true, "production")]
    [TestCase(true, null)]
    public void Consent_and_key_suffice_for_a_test_endpoint_and_for_others_with_a_second_consent(bool production, string? type) =>
        Permission.Denied(Target(true, true, production), Facts(type)).Should().BeNull();

    static Target Target(bool allowed, bool key, bool production) => new()
    {
        Endpoint = new("https://city.example/v2"),
        ApiKey = key ? "a-key-for-tests" : null,
        Writes = new WriteOptions { Allowed = allowed, Production = production },
    };

    static DiscoveryFacts Facts(string? type) => new()
    {
        Own = type is null ? null : new EndpointEntry(new Node { Name = "endpoint", Raw = RawKind.XmlElement }, EndpointEntry.GeoReportV2, "https://city.example/v2", type, []),
    };
}
