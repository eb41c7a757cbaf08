using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Open311.Mock.Cities;
using Open311.Mock.Running;
using Open311.Mock.Tests.Running;
using Open311.Protocol;
using Open311.Protocol.Writing;

namespace Open311.Mock.Tests.Answers;

public sealed class PostsByTheRules
{
    const string Key = $"api_key={TestCity.Key}";
    const string Lamp = $"{Key}&service_code=006";
    const string Here = "lat=41.7&long=-70.62";

    static readonly City AllDatatypes = City.Parse("town.yaml", """
        schema: open311-city/1
        name: Datatypes
        jurisdictions:
          - { id: a.example, place: A, area: { south: 1, north: 2, west: 1, east: 2 }, streets: [S], zipcodes: ["1"] }
        keys: [k]
        discovery: { contact: c, key_service: k }
        services:
          - code: all
            name: All
            attributes:
              - { code: NOTE, datatype: text, variable: false, description: Only shown. }
              - { code: STRING, datatype: string, description: d }
              - { code: NUMBER, datatype: number, description: d }
              - { code: DATETIME, datatype: datetime, description: d }
              - { code: TEXT, datatype: text, description: d }
              - { code: SINGLE, datatype: singlevaluelist, description: d, values: [{ key: "01", name: One }, { key: "2.5", name: Two }] }
              - { code: MULTI, datatype: multivaluelist, description: d, values: [{ key: a, name: A }, { key: "b & c", name: B }] }
          - code: need
            name: Need
            attributes:
              - { code: MUST, datatype: string, required: true, description: d }
              - { code: "Straße [1]", datatype: multivaluelist, required: true, description: d, values: [{ key: a, name: A }] }
        requests: { recent: 0 }
        """);

    TestCity city = null!;

    [SetUp]
    public void Open() => city = new TestCity();

    [TearDown]
    public async Task Close() => await city.DisposeAsync();

    [TestCase($"{Lamp}&{Here}")]
    [TestCase($"{Lamp}&lat=-90&long=180")]
    [TestCase($"{Lamp}&lat=%2B41.70&long=-070.5")]
    [TestCase($"{Lamp}&lat=+41.7+&long=%20-70.62%20")]
    [TestCase($"{Lamp}&lat=41.7000000000000000000000000000000000001&long=-70.6200000000")]
    [TestCase($"{Lamp}&address_string=Quay+1")]
    [TestCase($"{Lamp}&address_string=Quay+1&lat=&long=")]
    [TestCase($"{Lamp}&address_id=000311")]
    [TestCase($"{Lamp}&{Here}&address_string=Quay+1&address_id=3")]
    [TestCase($"{Lamp}&{Here}&email=&device_id=&account_id=&first_name=&last_name=&phone=&description=&media_url=")]
    [TestCase($"{Lamp}&{Here}&email=a&device_id=b&account_id=c&first_name=d&last_name=e&phone=f")]
    [TestCase($"{Lamp}&{Here}&media_url=https%3A%2F%2Fmedia.example%2Fa.jpg")]
    [TestCase($"{Lamp}&{Here}&unknown=1&attribute[NOPE]=x&attribute[]=y&attribute=z&=w&")]
    [TestCase($"&&{Lamp}&&{Here}&")]
    [TestCase($"{Lamp}&{Here}&service_code=006&lat=41.7")]
    [TestCase($"{Lamp}&{Here}&jurisdiction_id=portlinden.example")]
    [TestCase($"{Lamp}&{Here}&jurisdiction_id=")]
    [TestCase($"api%5Fkey={TestCity.Key}&service%5fcode=%30%30%36&{Here}")]
    public async Task Accepts(string form)
    {
        var before = city.City.Statistics.Total;

        await city.AcceptedAsync(form);

        city.City.Statistics.Total.Should().Be(before + 1);
    }

    [TestCase(403, "api_key", $"service_code=006&{Here}")]
    [TestCase(403, "api_key", $"api_key=&service_code=006&{Here}")]
    [TestCase(403, "api_key", $"api_key=Port-Linden-Test-Key&service_code=006&{Here}")]
    [TestCase(403, "api_key", "")]
    [TestCase(403, "api_key", "lat=999")]
    [TestCase(400, "service_code", $"{Key}&{Here}")]
    [TestCase(400, "service_code", $"{Key}&service_code=+&{Here}")]
    [TestCase(404, "service_code", $"{Key}&service_code=6&{Here}")]
    [TestCase(404, "service_code", $"{Key}&service_code=GRAFFITI&{Here}")]
    [TestCase(404, "jurisdiction_id", $"{Lamp}&{Here}&jurisdiction_id=elsewhere.example")]
    [TestCase(400, "location", Lamp)]
    [TestCase(400, "location", $"{Lamp}&address=Quay+1")]
    [TestCase(400, "long was not provided", $"{Lamp}&lat=41.7")]
    [TestCase(400, "lat was not provided", $"{Lamp}&lat=&long=-70.62&address_string=Quay+1")]
    [TestCase(400, "lat must", $"{Lamp}&lat=90.0001&long=0")]
    [TestCase(400, "long must", $"{Lamp}&lat=0&long=-180.1")]
    [TestCase(400, "lat must", $"{Lamp}&lat=41,7&long=0")]
    [TestCase(400, "lat must", $"{Lamp}&lat=41.7N&long=0")]
    [TestCase(400, "lat must", $"{Lamp}&lat=4e1&long=0")]
    [TestCase(400, "lat must", $"{Lamp}&lat=NaN&long=0")]
    [TestCase(400, "lat must", $"{Lamp}&lat=%D9%A4&long=0")]
    [TestCase(400, "media_url", $"{Lamp}&{Here}&media_url=javascript:alert(1)")]
    [TestCase(400, "media_url", $"{Lamp}&{Here}&media_url=photo.jpg")]
    [TestCase(400, "lat was sent more than once", $"{Lamp}&{Here}&lat=41.8")]
    [TestCase(400, "service_code was sent more than once", $"{Lamp}&{Here}&service_code=001")]
    [TestCase(400, "jurisdiction_id was sent more than once", $"{Lamp}&{Here}&jurisdiction_id=portlinden.example&jurisdiction_id=b")]
    [TestCase(400, "percent sign", $"{Lamp}&{Here}&description=100%")]
    [TestCase(400, "percent sign", $"{Lamp}&{Here}&description=%zz")]
    [TestCase(400, "not UTF-8", $"{Lamp}&{Here}&description=%E9t%E9")]
    [TestCase(400, "not UTF-8", $"{Lamp}&{Here}&description=%C0%80")]
    [TestCase(400, "not UTF-8", $"{Lamp}&{Here}&description=%ED%A0%80")]
    public async Task Refuses_and_creates_nothing(int status, string says, string form)
    {
        var before = city.City.Statistics;

        var reply = await city.PostAsync(form);

        reply.Status.Should().Be(status);
        TestCity.Errors(reply).Should().Contain(e => e.Contains(says));
        TestCity.Errors(reply).Should().NotContain(e => e.Contains(TestCity.Key, StringComparison.OrdinalIgnoreCase));
        city.City.Statistics.Should().BeEquivalentTo(before);
    }

    [Test]
    public async Task Tells_all_that_is_wrong_at_once_in_the_format_asked_for()
    {
        var body = Encoding.UTF8.GetBytes($"{Key}&service_code=001&lat=91&long=abc&description={new string('x', 4001)}&attribute[LANE]=9&attribute[DEPTH]=deep&media_url=x");

        foreach (var format in new[] { DataFormat.Xml, DataFormat.Json })
        {
            var reply = await city.PostAsync($"requests.{format.Extension()}", body);

            (reply.Status, reply.Format).Should().Be((400, format));
            TestCity.Errors(reply).Should().HaveCount(6).And.OnlyContain(e => e.EndsWith('.'));
        }
    }

    [Test]
    public async Task Gives_everything_back_unchanged_in_both_formats()
    {
        const string Description = " Lamp 💡 \"dark\" & <b>cold</b>,\r\n\tline two\n]]> İñtërnâtiônàlizætiøn 街灯 עץ \u0301 %41 +1 ";
        const string Address = "12 O'Brien & Söhne <Platz>";
        var id = await city.AcceptedAsync(
            $"{Lamp}&lat=41.70&long=-70.620000&description={Uri.EscapeDataString(Description)}&address_string={Uri.EscapeDataString(Address)}&address_id=000311" +
            "&media_url=https%3A%2F%2Fm.example%2Fa%20b.jpg%3Fx%3D1%26y%3D2");

        var json = (await city.ItemsAsync($"requests/{id}.json"))[0]!;
        var xml = XDocument.Parse(Encoding.UTF8.GetString(ResourceWriter.Write((await city.GetAsync($"requests/{id}.xml")).Resource, DataFormat.Xml)), LoadOptions.PreserveWhitespace)
            .Root!.Element("request")!;

        foreach (var (name, value) in new[]
        {
            ("description", Description), ("address", Address), ("address_id", "000311"), ("media_url", "https://m.example/a b.jpg?x=1&y=2"),
            ("service_code", "006"), ("lat", "41.70"), ("long", "-70.620000"), ("status", "open"),
        })
        {
            json[name]!.ToString().Should().Be(value);
            xml.Element(name)!.Value.Should().Be(value);
        }

        xml.Element("description")!.HasElements.Should().BeFalse();
    }

    [TestCase("description=a+b%20c%2Bd", "a b c+d")]
    [TestCase("description=%F0%9F%9A%A7", "🚧")]
    [TestCase("description=a%3Db=c", "a=b=c")]
    [TestCase("description=%3Cscript%3E", "<script>")]
    public async Task Decodes_forms_as_everybody_does(string sent, string kept)
    {
        var id = await city.AcceptedAsync($"{Lamp}&{Here}&{sent}");

        ((string)(await city.ItemsAsync($"requests/{id}.json"))[0]!["description"]!).Should().Be(kept);
    }

    [TestCase("application/x-www-form-urlencoded", 200)]
    [TestCase("application/x-www-form-urlencoded; charset=utf-8", 200)]
    [TestCase("application/x-www-form-urlencoded;charset=\"UTF-8\"", 200)]
    [TestCase("Application/X-WWW-Form-URLEncoded; charset=UTF8", 200)]
    [TestCase(null, 200)]
    [TestCase("application/x-www-form-urlencoded; charset=iso-8859-1", 415)]
    [TestCase("application/x-www-form-urlencoded; charset=utf-16", 415)]
    [TestCase("application/json", 415)]
    [TestCase("multipart/form-data; boundary=x", 415)]
    [TestCase("text/plain", 415)]
    [TestCase("nonsense", 415)]
    [TestCase("", 415)]
    public async Task Reads_forms_in_utf8_and_nothing_else(string? type, int status)
    {
        (await city.PostAsync($"{Lamp}&{Here}", type)).Status.Should().Be(status);
    }

    [Test]
    public async Task Reads_declared_latin_1_and_lone_percent_signs_when_it_is_lenient()
    {
        await using var lenient = new TestCity(new RunningCityOptions { Lenient = true });

        var latin = await lenient.PostAsync("requests.json", Encoding.Latin1.GetBytes($"{Lamp}&{Here}&description=%E9t%E9+é"), "application/x-www-form-urlencoded; charset=ISO-8859-1");
        var percent = await lenient.PostAsync($"{Lamp}&{Here}&description=100%");

        latin.Status.Should().Be(200);
        percent.Status.Should().Be(200);
        (await lenient.ItemsAsync("requests.json")).Select(r => (string?)r!["description"]).Should().Contain("été é").And.Contain("100%");
    }

    [Test]
    public async Task Bounds_what_it_reads()
    {
        (await city.PostAsync("requests.json", new byte[(1024 * 1024) + 1])).Status.Should().Be(413);
        (await city.PostAsync($"{Lamp}&{Here}{string.Concat(Enumerable.Repeat("&a=1", 1001))}")).Status.Should().Be(413);
        (await city.PostAsync($"{Lamp}&{Here}&address_string={new string('a', 1001)}")).Status.Should().Be(400);
        (await city.PostAsync($"{Lamp}&{Here}&description={string.Concat(Enumerable.Repeat("%F0%9F%9A%A7", 4000))}")).Status.Should().Be(200);
        (await city.PostAsync($"{Lamp}&{Here}&description={string.Concat(Enumerable.Repeat("%F0%9F%9A%A7", 4001))}")).Status.Should().Be(400);
    }

    [TestCase("attribute[STRING]=x", 200)]
    [TestCase("attribute%5BSTRING%5D=x", 200)]
    [TestCase("attribute[STRING][]=x", 200)]
    [TestCase("attribute[STRING]=x&attribute[STRING]=y", 400)]
    [TestCase("attribute[NUMBER]=-7.5", 200)]
    [TestCase("attribute[NUMBER]=1e3", 200)]
    [TestCase("attribute[NUMBER]=7,5", 400)]
    [TestCase("attribute[NUMBER]=seven", 400)]
    [TestCase("attribute[NUMBER]=NaN", 400)]
    [TestCase("attribute[NUMBER]=1%0A", 200)]
    [TestCase("attribute[DATETIME]=2026-01-31T12:00:00Z", 200)]
    [TestCase("attribute[DATETIME]=2026-01-31T12:00:00%2B01:00", 200)]
    [TestCase("attribute[DATETIME]=2026-01-31T12:00", 200)]
    [TestCase("attribute[DATETIME]=2026-01-31", 200)]
    [TestCase("attribute[DATETIME]=2026-02-30", 400)]
    [TestCase("attribute[DATETIME]=31/01/2026", 400)]
    [TestCase("attribute[DATETIME]=yesterday", 400)]
    [TestCase("attribute[TEXT]=a%0Ab", 200)]
    [TestCase("attribute[SINGLE]=01", 200)]
    [TestCase("attribute[SINGLE]=1", 400)]
    [TestCase("attribute[SINGLE]=2.5", 200)]
    [TestCase("attribute[SINGLE]=One", 400)]
    [TestCase("attribute[SINGLE]=01&attribute[SINGLE]=2.5", 400)]
    [TestCase("attribute[MULTI][]=a&attribute[MULTI][]=b+%26+c", 200)]
    [TestCase("attribute%5BMULTI%5D%5B%5D=a&attribute%5bMULTI%5d%5b%5d=b+%26+c", 200)]
    [TestCase("attribute[MULTI]=a", 200)]
    [TestCase("attribute[MULTI]=a&attribute[MULTI]=b+%26+c", 200)]
    [TestCase("attribute[MULTI][]=a&attribute[MULTI][]=z", 400)]
    [TestCase("attribute[MULTI]=a,b+%26+c", 400)]
    [TestCase("attribute[MULTI][]=&attribute[SINGLE]=&attribute[NUMBER]=&attribute[DATETIME]=+", 200)]
    [TestCase("attribute[NOTE]=anything", 200)]
    [TestCase("attribute[note]=x&attribute[string]=x&attribute[NOPE][]=x", 200)]
    public async Task Holds_attributes_to_their_datatype(string attributes, int status)
    {
        await using var town = new TestCity(city: AllDatatypes);

        (await town.PostAsync($"api_key=k&service_code=all&lat=1&long=1&{attributes}")).Status.Should().Be(status);
    }

    [TestCase("attribute[MUST]=x&attribute%5BStra%C3%9Fe%20%5B1%5D%5D%5B%5D=a", 200, 0)]
    [TestCase("attribute[MUST]=x", 400, 1)]
    [TestCase("attribute[MUST]=&attribute[Stra%C3%9Fe+[1]][]=", 400, 2)]
    [TestCase("", 400, 2)]
    public async Task Demands_required_attributes(string attributes, int status, int errors)
    {
        await using var town = new TestCity(city: AllDatatypes);

        var reply = await town.PostAsync($"api_key=k&service_code=need&address_id=1&{attributes}");

        reply.Status.Should().Be(status);
        if (errors > 0)
            TestCity.Errors(reply).Should().HaveCount(errors);
    }

    [TestCase("lower-jetty", "lower.tworivers.example", 200)]
    [TestCase("lower-jetty", "upper.tworivers.example", 404)]
    [TestCase("rubbish", "", 400)]
    [TestCase("rubbish", "nowhere.example", 404)]
    [TestCase("rubbish", "UPPER.tworivers.example", 404)]
    public async Task Posts_to_the_jurisdiction_named(string service, string jurisdiction, int status)
    {
        await using var county = new TestCity(city: City.Load("two-rivers"));

        (await county.PostAsync($"api_key=two-rivers-test-key&service_code={service}&address_id=1&jurisdiction_id={jurisdiction}")).Status.Should().Be(status);
    }

    [Test]
    public async Task Answers_by_the_type_of_the_service()
    {
        foreach (var (service, member) in new[] { ("006", "service_request_id"), ("trees", "token"), ("dog-fouling", "") })
        {
            var reply = await city.PostAsync($"{Key}&service_code={service}&{Here}");

            var item = TestCity.Items(reply).Should().ContainSingle().Subject!.AsObject();
            var given = item.Where(m => m.Key is "service_request_id" or "token" && m.Value is not null).Select(m => m.Key);
            given.Should().Equal(member.Length == 0 ? [] : [member]);
        }
    }

    [Test]
    public async Task Never_lists_what_has_no_id()
    {
        var before = await city.IdsAsync();
        await city.PostAsync($"{Key}&service_code=dog-fouling&{Here}");
        await city.PostAsync($"{Key}&service_code=trees&{Here}");

        (await city.IdsAsync()).Should().Equal(before);
        city.City.Clock.Advance(TimeSpan.FromSeconds(5));
        (await city.IdsAsync()).Should().HaveCount(before.Length + 1);
    }

    [Test]
    public async Task Gives_200_posters_at_once_ids_of_their_own()
    {
        var ids = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(() => city.AcceptedAsync($"{Lamp}&{Here}&description=d{i}"))));

        ids.Should().OnlyHaveUniqueItems();
        var listed = (await city.ItemsAsync($"requests.json?service_request_id={string.Join(',', ids)}")).ToDictionary(r => (string)r!["service_request_id"]!, r => (string)r!["description"]!);
        ids.Select((id, i) => listed[id] == $"d{i}").Should().OnlyContain(same => same);
    }
}
