using Open311.Conformance.Exchanges;
using Open311.Conformance.Findings;
using Open311.Conformance.Posting;
using Open311.Reporting.Figures;
using Open311.Reporting.Tests.Samples;

namespace Open311.Reporting.Tests.Figures;

sealed class DataFiguresTests
{
    const string Xml = """
        <service_requests>
          <request><service_request_id>1</service_request_id><status>open</status><lat>41.6</lat><long>-70.7</long><address>Main Street 1</address></request>
          <request><service_request_id>2</service_request_id><status>closed</status><status_notes>Filled.</status_notes><requested_datetime>2026-01-01T00:00:00Z</requested_datetime><updated_datetime>2026-01-03T00:00:00Z</updated_datetime><description>A hole</description><lat>north</lat><long>-70.7</long></request>
          <request><status>open</status></request>
        </service_requests>
        """;

    const string Json = """
        [
          {"service_request_id": "2", "status": "open", "description": "listed before"},
          {"service_request_id": "3", "status": "closed", "requested_datetime": "2026-01-05T00:00:00Z", "updated_datetime": "2026-01-04T00:00:00Z", "lat": 41.61, "long": -70.71, "media_url": "https://a.example/1.jpg"},
          {"service_request_id": "mine", "status": "open", "address": "our own"}
        ]
        """;

    [Test]
    public void Counts_each_request_once_and_leaves_out_our_own()
    {
        var figures = DataFigures.In(Run())!;

        (figures.Seen, figures.Closed).Should().Be((3, 2));
        figures.Fields.Select(f => (f.Field, f.Count, f.Of)).Should().Equal(
            ("coordinates", 3, 3), ("address", 1, 3), ("description", 1, 3), ("photo", 1, 3), ("notes", 1, 2));
        figures.TimesToClose.Should().Equal(TimeSpan.FromDays(2));
        figures.ClosedWithin().Should().Equal(0, 1, 0, 0, 0);
        (figures.Map!.Open.Count, figures.Map.Closed.Count, figures.Map.Unsound).Should().Be((1, 1, 1));
    }

    [Test]
    public void There_are_none_where_no_request_was_seen()
    {
        DataFigures.In(Sample.Run() with { Exchanges = [Sample.Exchange(1)] }).Should().BeNull();
        DataFigures.In(Run() with { Exchanges = [List(1, "requests.json", "[]"), List(2, "requests.json", "nonsense"), List(3, "requests.xml", "<html>")] }).Should().BeNull();
        DataFigures.In(Run() with { Exchanges = [Refused(List(1, "requests.xml", Xml))] }).Should().BeNull();
    }

    [Test]
    public void A_median_and_a_p95_are_times_that_were_measured()
    {
        var exchanges = Enumerable.Range(1, 20).Select(n => Sample.Exchange(n) with { Duration = TimeSpan.FromMilliseconds(n) })
            .Append(Sample.Exchange(21, "services/001.xml") with { Duration = TimeSpan.FromMilliseconds(7) })
            .Append(Sample.Exchange(22, "nonsense.xml"))
            .Append(Sample.Exchange(23, "requests.xml") with { Outcome = ExchangeOutcome.TimedOut, Answer = null });

        ResponseTime.In(Sample.Run() with { Exchanges = [.. exchanges] }).Should().Equal(
            new ResponseTime("GET services", 20, TimeSpan.FromMilliseconds(10), TimeSpan.FromMilliseconds(19)),
            new ResponseTime("GET services/{code}", 1, TimeSpan.FromMilliseconds(7), TimeSpan.FromMilliseconds(7)));
    }

    [Test]
    public void Times_that_nobody_measured_are_not_shown() =>
        ResponseTime.In(Sample.Run() with { Exchanges = [Sample.Exchange(1) with { Duration = TimeSpan.Zero }] }).Should().BeEmpty();

    [TestCase(Open311.Reporting.Languages.Language.English, "1 request has coordinates that are no position")]
    [TestCase(Open311.Reporting.Languages.Language.German, "1 Meldung hat Koordinaten, die kein Ort sind")]
    public async Task The_page_shows_them_with_words_beside_each_picture(Open311.Reporting.Languages.Language language, string words)
    {
        var page = new Open311.Testing.Pages.HtmlPage(await Written.Text(Run(), ReportFormat.Html, language));

        page.Text.Should().Contain(words);
        page.Tags.Where(t => t.Name == "svg").Should().OnlyContain(t => t.Attributes.GetValueOrDefault("aria-hidden") == "true" || t.Attributes.ContainsKey("aria-labelledby"));
        page.Tags.Should().Contain(t => t.Name == "path" && t.Attributes["class"] == "dot open");
    }

    static RunReport Run() => Sample.Run() with
    {
        Exchanges = [List(1, "requests.xml", Xml), List(2, "requests.json?status=open", Json), List(3, "requests.xml?status=open", Xml)],
        Created = [new CreatedRecord(1, "post", "mark", "001", Sample.Started, PostState.Created, 201, "mine")],
    };

    static Exchange List(int number, string path, string body) => Sample.Exchange(number, path, body);

    static Exchange Refused(Exchange exchange) => exchange with { Answer = exchange.Answer! with { Status = 400 } };
}
