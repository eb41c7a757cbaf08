using Open311.Mock.Tests.Faults;
using Open311.Mock.Tests.Serving;
using Open311.Mock.Variations;
using Open311.Protocol;
using Open311.Protocol.Documents;

namespace Open311.Mock.Tests.Variations;

public sealed class EveryVariation
{
    static readonly VariationCatalog Catalog = VariationCatalog.Load();

    static readonly DefectKind[] Tolerated = [DefectKind.ByteOrderMark];

    static readonly string[] Paths =
    [
        "/open311/discovery", "services", "services/001", "services/006", "services/nope", "requests", "requests/nope", "requests/", "tokens/nope", "nonce",
    ];

    static readonly string[] Queries =
    [
        "status=nonce", "status=closed", "service_code=nonce", "start_date=nonce", "start_date=2026-05-01T00:00:00Z&end_date=2026-04-01T00:00:00Z",
        "service_request_id=nope", "jurisdiction_id=nonce.invalid", "start_date=2025-12-01T00:00:00Z&end_date=2026-05-01T00:00:00Z", "start_date=2026-03-01T00:00:00Z",
    ];

    static IEnumerable<string> Ids => Catalog.All.Select(v => v.Id);

    [Test]
    public void Is_one_of_at_least_thirty()
    {
        Catalog.All.Should().HaveCountGreaterThanOrEqualTo(30);
    }

    [TestCaseSource(nameof(Ids))]
    public async Task Answers_whole_documents_and_never_fails(string id)
    {
        await using var city = await StartAsync(id);

        foreach (var (target, format) in Targets(city))
        {
            var answer = await city.GetAsync(target);

            answer.Status.Should().BeLessThan(500, target);
            if (answer.ContentType.StartsWith("text/html", StringComparison.Ordinal))
                continue;
            var reading = DocumentReader.Read(answer.Body, format);
            reading.Defects.Where(d => !Tolerated.Contains(d.Kind)).Should().BeEmpty($"{target} of '{id}' must be read without a defect");
            reading.Document.Should().NotBeNull();
        }
    }

    [TestCaseSource(nameof(Ids))]
    public async Task Shows_in_at_least_one_answer(string id)
    {
        if (id is "slow" or "gateway-in-trouble-now-and-then")
            Assert.Pass("Its difference is time alone, or comes now and then.");
        await using var plain = await RunningCity.StartAsync(with: o => o with { City = KnownData.Small("port-linden") });
        await using var city = await StartAsync(id);

        var differences = 0;
        foreach (var ((target, _), (plainTarget, _)) in Targets(city).Zip(Targets(plain)))
        {
            var expected = await plain.TellAsync(HttpMethod.Get, plainTarget, encoding: "gzip, br, deflate");
            differences += await city.TellAsync(HttpMethod.Get, target, encoding: "gzip, br, deflate") == expected ? 0 : 1;
        }

        differences += await city.TellAsync(HttpMethod.Head, "services.xml") == await plain.TellAsync(HttpMethod.Head, "services.xml") ? 0 : 1;
        var elsewhere = city.Server.Endpoint.AbsolutePath != plain.Server.Endpoint.AbsolutePath || city.Server.Discovery.AbsolutePath != plain.Server.Discovery.AbsolutePath;
        (differences > 0 || elsewhere).Should().BeTrue($"'{id}' must not be a no-op");
    }

    [TestCaseSource(nameof(Ids))]
    public void Says_why_it_is_lawful(string id)
    {
        var variation = Catalog.Find(id);

        variation.Id.Should().MatchRegex("^[a-z0-9]+(-[a-z0-9]+)*$");
        variation.Title.Should().EndWith(".");
        variation.Lawful.Should().EndWith(".").And.NotBe(variation.Title);
        variation.Requirements.Concat(variation.Warns).Should().NotBeEmpty().And.BeSubsetOf(Register.Ids());
    }

    [Test]
    public async Task Combines_with_others()
    {
        await using var city = await RunningCity.StartAsync(
            with: o => o with { Variations = ["ids-as-numbers", "pretty-printed", "chunked", "xml-only", "oldest-first"] });

        (await city.GetAsync("services.json")).Status.Should().Be(404);
        var services = await city.GetAsync("services.xml");
        services.Text.Should().Contain("\n");
        (await city.TellAsync(HttpMethod.Get, "services.xml")).Should().Contain("Transfer-Encoding: chunked");
    }

    static Task<RunningCity> StartAsync(string id) =>
        RunningCity.StartAsync(with: o => o with { City = KnownData.Small("port-linden"), Variations = [id], Time = id == "slow" ? TimeProvider.System : o.Time });

    static IEnumerable<(string Target, DataFormat Format)> Targets(RunningCity city)
    {
        foreach (var format in Enum.GetValues<DataFormat>())
        {
            foreach (var path in Paths.Select(p => p.StartsWith('/') ? city.Server.Discovery.AbsolutePath : p))
                yield return ($"{path}.{format.Extension()}", format);
            foreach (var query in Queries)
                yield return ($"requests.{format.Extension()}?{query}", format);
        }
    }
}
