using System.Globalization;
using System.Xml.Linq;

namespace Open311.Mock.Tests.Serving;

public sealed class FiltersRequests
{
    RunningCity city = null!;
    XElement[] all = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        city = await RunningCity.StartAsync();
        all = await ItemsAsync("");
    }

    [OneTimeTearDown]
    public async Task Stop() => await city.DisposeAsync();

    [Test]
    public void Lists_the_last_90_days_when_no_dates_are_given()
    {
        all.Should().HaveCount(600);
        all.Select(Requested).Should().OnlyContain(t => t >= RunningCity.Now.AddDays(-90) && t <= RunningCity.Now).And.BeInDescendingOrder();
        all.Select(Id).Should().OnlyHaveUniqueItems();
    }

    [Test]
    public async Task Gives_the_same_requests_in_json()
    {
        var json = (await city.JsonAsync("requests.json")).AsArray();

        json.Should().HaveCount(all.Length);
        foreach (var (item, element) in json.Zip(all))
        {
            foreach (var (name, value) in item!.AsObject())
                (value?.ToString() ?? "").Should().Be(element.Element(name)!.Value);
        }
    }

    [Test]
    public async Task Selects_exactly_the_ids_named()
    {
        var ids = all.Take(3).Select(Id).ToArray();

        (await city.IdsAsync($"?service_request_id={ids[1]}")).Should().Equal(ids[1]);
        (await city.IdsAsync($"?service_request_id={string.Join(',', ids)}")).Should().BeEquivalentTo(ids);
        (await city.IdsAsync($"?service_request_id={ids[0]}&service_request_id={ids[2]}")).Should().BeEquivalentTo(ids[0], ids[2]);
        (await city.IdsAsync($"?service_request_id={ids[0]},nope")).Should().Equal(ids[0]);
        (await city.IdsAsync("?service_request_id=nope")).Should().BeEmpty();
    }

    [Test]
    public async Task Lets_ids_override_every_other_filter()
    {
        var open = all.First(r => Status(r) == "open");

        var ids = await city.IdsAsync(
            $"?service_request_id={Id(open)}&status=closed&service_code=nope&start_date=1990-01-01T00:00:00Z&end_date=1990-01-02T00:00:00Z");

        ids.Should().Equal(Id(open));
    }

    [Test]
    public async Task Reaches_requests_older_than_90_days_by_window_and_by_id()
    {
        var old = await city.IdsAsync($"?start_date={Date(-190)}&end_date={Date(-120)}");

        old.Should().HaveCountGreaterThan(50);
        (await city.IdsAsync($"?service_request_id={old[0]}")).Should().Equal(old[0]);
        (await city.GetAsync($"requests/{old[0]}.xml")).Status.Should().Be(200);
        (await city.GetAsync($"requests/{old[0]}.json")).Status.Should().Be(200);
    }

    [TestCase("001")]
    [TestCase("1.6")]
    [TestCase("P%2BR")]
    [TestCase("Stra%C3%9Fe+%26%20Licht")]
    public async Task Selects_by_service_code(string encoded)
    {
        var code = Uri.UnescapeDataString(encoded.Replace('+', ' '));

        var listed = await city.IdsAsync($"?service_code={encoded}");

        listed.Should().NotBeEmpty().And.BeEquivalentTo(all.Where(r => Code(r) == code).Select(Id));
    }

    [TestCase("?service_code=001,trees")]
    [TestCase("?service_code=001,%20trees")]
    [TestCase("?service_code=001&service_code=trees")]
    [TestCase("?service_code=001,,trees,nope")]
    public async Task Lists_the_union_of_several_codes(string query)
    {
        (await city.IdsAsync(query)).Should().BeEquivalentTo(all.Where(r => Code(r) is "001" or "trees").Select(Id));
    }

    [Test]
    public async Task Answers_an_unknown_code_with_an_empty_list()
    {
        (await city.IdsAsync("?service_code=nope")).Should().BeEmpty();
        (await city.GetAsync("requests.json?service_code=nope")).Text.Should().Be("[]");
    }

    [Test]
    public async Task Selects_by_status_and_splits_the_whole()
    {
        var open = await city.IdsAsync("?status=open");
        var closed = await city.IdsAsync("?status=closed");

        open.Should().NotBeEmpty().And.BeEquivalentTo(all.Where(r => Status(r) == "open").Select(Id));
        closed.Should().NotBeEmpty().And.BeEquivalentTo(all.Where(r => Status(r) == "closed").Select(Id));
        (await city.IdsAsync("?status=open,closed")).Should().Equal(all.Select(Id));
    }

    [TestCase("?status=fixed")]
    [TestCase("?status=Open")]
    [TestCase("?status=open,fixed")]
    [TestCase("?start_date=yesterday")]
    [TestCase("?start_date=2026-13-01T00:00:00Z")]
    [TestCase("?end_date=2026-02-30T00:00:00Z")]
    [TestCase("?start_date=2026-05-01T00:00:00")]
    public async Task Refuses_values_that_cannot_be_meant(string query)
    {
        var argument = query[1..query.IndexOf('=')];
        foreach (var extension in new[] { "xml", "json" })
        {
            var answer = await city.GetAsync($"requests.{extension}{query}");

            answer.Status.Should().Be(400);
            answer.Errors.Should().ContainSingle().Which.Should().Match<(string Code, string Description)>(
                e => e.Code == "400" && e.Description.Contains(argument));
        }
    }

    [Test]
    public async Task Includes_both_bounds_of_a_window()
    {
        var item = all[40];
        var at = item.Element("requested_datetime")!.Value;

        (await city.IdsAsync($"?start_date={at}&end_date={at}")).Should().Contain(Id(item));
        (await city.IdsAsync($"?start_date={at}")).Should().BeEquivalentTo(all.Where(r => Requested(r) >= Requested(item)).Select(Id));
        (await city.IdsAsync($"?end_date={at}")).Should().Contain(Id(item))
            .And.NotContain(all.Where(r => Requested(r) > Requested(item)).Select(Id));
    }

    [Test]
    public async Task Selects_by_requested_not_by_updated()
    {
        var window = await ItemsAsync($"?start_date={Date(-60)}&end_date={Date(-55)}");

        window.Should().NotBeEmpty();
        window.Select(Requested).Should().OnlyContain(t => t >= RunningCity.Now.AddDays(-60) && t <= RunningCity.Now.AddDays(-55));
        window.Should().Contain(r => Updated(r) > RunningCity.Now.AddDays(-55));
    }

    [TestCase("yyyy-MM-ddTHH:mm:ssZ", 0)]
    [TestCase("yyyy-MM-ddTHH:mm:ss.000Z", 0)]
    [TestCase("yyyy-MM-ddTHH:mm:ss%2B05:30", 330)]
    [TestCase("yyyy-MM-ddTHH:mm:ss+05:30", 330)]
    [TestCase("yyyy-MM-ddTHH:mm:ss-04:00", -240)]
    public async Task Compares_dates_as_instants_in_any_zone_and_form(string form, int offset)
    {
        var from = RunningCity.Now.AddDays(-30);
        var expected = all.Where(r => Requested(r) >= from).Select(Id);
        var text = string.Format(CultureInfo.InvariantCulture, $"{{0:{form.Replace("%", "\\%")}}}", from.AddMinutes(offset).UtcDateTime);

        (await city.IdsAsync($"?start_date={text}")).Should().Equal(expected);
    }

    [Test]
    public async Task Reads_dates_without_seconds()
    {
        var listed = await ItemsAsync("?start_date=2026-05-01T00:00Z&end_date=2026-05-08T00:00Z");

        listed.Should().NotBeEmpty();
        listed.Select(r => Requested(r).Day).Should().OnlyContain(day => day >= 1 && day <= 7);
    }

    [Test]
    public async Task Limits_windows_to_90_days()
    {
        (await city.GetAsync($"requests.xml?start_date={Date(-120)}&end_date={Date(-1)}")).Status.Should().Be(400);
        (await city.GetAsync($"requests.xml?start_date={Date(-100)}&end_date={Date(-10)}")).Status.Should().Be(200);
        (await city.GetAsync($"requests.xml?start_date={Date(-120)}")).Status.Should().Be(200);
    }

    [Test]
    public async Task Answers_an_inverted_or_empty_window_with_an_empty_list()
    {
        (await city.IdsAsync($"?start_date={Date(-1)}&end_date={Date(-2)}")).Should().BeEmpty();
        var empty = await city.GetAsync("requests.xml?start_date=1990-01-01T00:00:00Z&end_date=1990-01-01T00:01:00Z");
        empty.Status.Should().Be(200);
        empty.Xml.Name.LocalName.Should().Be("service_requests");
        empty.Xml.Elements().Should().BeEmpty();
    }

    [TestCase("?service_request_id=")]
    [TestCase("?service_code=")]
    [TestCase("?start_date=")]
    [TestCase("?end_date=")]
    [TestCase("?status=")]
    [TestCase("?jurisdiction_id=")]
    [TestCase("?service_request_id=&service_code=&start_date=&end_date=&status=&jurisdiction_id=&api_key=")]
    [TestCase("?status")]
    [TestCase("?&&=&")]
    public async Task Treats_an_empty_argument_as_absent(string query)
    {
        (await city.IdsAsync(query)).Should().Equal(all.Select(Id));
    }

    [Test]
    public async Task Combines_filters_with_and()
    {
        var listed = await city.IdsAsync($"?service_code=001&status=closed&start_date={Date(-60)}&end_date={Date(-20)}");

        listed.Should().NotBeEmpty().And.BeEquivalentTo(all
            .Where(r => Code(r) == "001" && Status(r) == "closed")
            .Where(r => Requested(r) >= RunningCity.Now.AddDays(-60) && Requested(r) <= RunningCity.Now.AddDays(-20))
            .Select(Id));
    }

    [Test]
    public async Task Cuts_at_a_thousand_after_filtering()
    {
        var parsed = Mock.Cities.City.Load();
        var busy = parsed with { Requests = parsed.Requests with { Recent = 1600 } };
        await using var crowded = await RunningCity.StartAsync(with: o => o with { City = busy });

        (await crowded.IdsAsync("")).Should().HaveCount(1000);
        var open = await crowded.IdsAsync("?status=open");
        var closed = await crowded.IdsAsync("?status=closed");
        (open.Length + closed.Length).Should().Be(1600);
    }

    static string Id(XElement request) => request.Element("service_request_id")!.Value;

    static string Code(XElement request) => request.Element("service_code")!.Value;

    static string Status(XElement request) => request.Element("status")!.Value;

    static DateTimeOffset Requested(XElement request) => (DateTimeOffset)request.Element("requested_datetime")!;

    static DateTimeOffset Updated(XElement request) => (DateTimeOffset)request.Element("updated_datetime")!;

    static string Date(int days) => RunningCity.Now.AddDays(days).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    async Task<XElement[]> ItemsAsync(string query) => [.. (await city.XmlAsync($"requests.xml{query}")).Elements("request")];
}
