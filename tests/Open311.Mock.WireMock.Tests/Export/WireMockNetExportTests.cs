using Open311.Mock.Serving;
using Open311.Mock.WireMock.Serving;
using Open311.Mock.WireMock.Tests.Stubs;
using Open311.Recordings.Exporting;
using WireMock.Server;
using WireMock.Settings;

namespace Open311.Mock.WireMock.Tests.Export;

public sealed class WireMockNetExportTests
{
    [Test]
    public async Task The_stock_server_gives_the_recorded_answers_byte_for_byte()
    {
        using var folder = new StubDirectory();
        Proof.Write(WireMockNetExport.Of(RecordedCalls.Cassette), folder.FullPath);
        using var server = WireMockServer.Start(new WireMockServerSettings { MaxRequestLogCount = 0 });
        server.ReadStaticMappings(folder.FullPath);

        server.Mappings.Should().HaveCount(16);
        await Proof.AskAsync(new Uri(server.Url!), knowsReasons: false);
    }

    [Test]
    public async Task The_mock_serves_them_before_its_city()
    {
        using var folder = new StubDirectory();
        Proof.Write(WireMockNetExport.Of(RecordedCalls.Cassette), folder.FullPath);
        await using var city = await StubbedCity.StartAsync(new CityServerOptions(), folder.FullPath, _ => { });
        using var client = new HttpClient { BaseAddress = new Uri(city.City.Endpoint.OriginalString + "/") };

        (await client.GetStringAsync("services.json")).Should().Be("[{\"service_code\":\"001\"}]");
        (await client.GetStringAsync("services.xml")).Should().Contain("<service_code>hydrant</service_code>", "what was not recorded is the city's");
        city.City.Journal.Entries.Select(e => e.AnsweredBy).Should().Equal("stub 0001-get-services.json.json#1 (GET /open311/v2/services.json)", null);
    }

    [Test]
    public void What_cannot_be_said_is_told()
    {
        var export = WireMockNetExport.Of(RecordedCalls.Cassette);

        export.Questions.Should().Be(15);
        export.Notes.Should().BeEquivalentTo(
            "Take 17 is left out: its answer did not come whole (Broken).",
            "Take 13: The parts that were sent are not compared; any multipart body gets this answer.");
    }

    [Test]
    public void The_same_cassette_gives_the_same_files() =>
        WireMockNetExport.Of(RecordedCalls.Cassette).Files.Select(f => (f.Path, Convert.ToHexString(f.Bytes.Span)))
            .Should().Equal(WireMockNetExport.Of(RecordedCalls.Cassette).Files.Select(f => (f.Path, Convert.ToHexString(f.Bytes.Span))));
}
