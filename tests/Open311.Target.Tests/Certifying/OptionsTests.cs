using Open311.Conformance.NUnit;
using Open311.Conformance.NUnit.Judging;
using Open311.Conformance.Requirements;

namespace Open311.Target.Tests.Certifying;

public sealed class OptionsTests
{
    static readonly RequirementCatalog catalog = RequirementCatalog.Load();
    static readonly Uri address = new("http://127.0.0.1:5000");

    [Test]
    public void An_app_in_the_same_process_is_posted_to_once_there_is_a_key()
    {
        Writes(new("/open311/v2") { ApiKey = "k" }).Should().BeTrue();
        Writes(new("/open311/v2")).Should().BeFalse();
        Writes(new("/open311/v2") { ApiKey = "k", AllowWrites = false }).Should().BeFalse();

        static bool Writes(ConformanceOptions options) => new OptionsReader(OwnApp.At(address, options)).Target(catalog).Writes.Allowed;
    }

    [Test]
    public void A_url_is_posted_to_on_consent_only()
    {
        var options = new ConformanceOptions("https://example.org/open311/v2") { ApiKey = "k" };

        new OptionsReader(options).Target(catalog).Writes.Should().Match<Conformance.Targets.WriteOptions>(w => !w.Allowed && !w.Production);
        new OptionsReader(options with { AllowWrites = true }).Target(catalog).Writes.Should().Match<Conformance.Targets.WriteOptions>(w => w.Allowed && !w.Production);
        new OptionsReader(options).Settings(new OptionsReader(options).Target(catalog)).Rate.Should().Be(4);
    }

    [Test]
    public void Paths_become_urls_of_the_app()
    {
        var target = new OptionsReader(OwnApp.At(address, new("open311/v2/") { Discovery = "/open311/discovery.xml" })).Target(catalog);

        target.Endpoint.Should().Be(new Uri("http://127.0.0.1:5000/open311/v2"));
        target.Discovery.Should().Be(new Uri("http://127.0.0.1:5000/open311/discovery.xml"));
    }

    [TestCase("/open311/v2", "*expected an http:// or https:// URL*")]
    [TestCase("", "*expected an http:// or https:// URL*")]
    [TestCase("ftp://example.org", "*expected an http:// or https:// URL*")]
    [TestCase("http://example.org/?a=b", "*without query*")]
    public void What_is_no_url_is_refused_in_a_sentence(string endpoint, string message) =>
        FluentActions.Invoking(() => new OptionsReader(new(endpoint)).Target(catalog)).Should().Throw<ConformanceOptionsException>().WithMessage(message);

    [Test]
    public void A_url_is_refused_where_a_path_is_meant() =>
        FluentActions.Invoking(() => OwnApp.At(address, new("https://example.org/open311/v2"))).Should().Throw<ConformanceOptionsException>().WithMessage("*expected its path*");

    [Test]
    public void An_unknown_class_and_a_missing_file_are_named()
    {
        FluentActions.Invoking(() => new OptionsReader(new("http://127.0.0.1") { Classes = ["read-xlm"] }).Target(catalog))
            .Should().Throw<ConformanceOptionsException>().WithMessage("*'read-xlm'*read-xml*");
        FluentActions.Awaiting(() => Certification.RunAsync(new("http://127.0.0.1:9") { Baseline = "missing.yaml" }, CancellationToken.None))
            .Should().ThrowAsync<ConformanceOptionsException>().WithMessage("*no baseline 'missing.yaml'*");
    }

    [Test]
    public void A_target_is_read_from_the_environment()
    {
        Dictionary<string, string> given = new() { ["OPEN311_TARGET"] = " http://a.example/v2 ", ["OPEN311_JURISDICTION"] = "a.example, b.example", ["OPEN311_CLASS"] = "read-xml", ["OPEN311_API_KEY"] = "" };

        TargetParameters.Read(given.GetValueOrDefault).Should().BeEquivalentTo(new { Endpoint = "http://a.example/v2", Jurisdictions = new[] { "a.example", "b.example" }, Classes = new[] { "read-xml" }, ApiKey = (string?)null, AllowWrites = false });
    }
}
