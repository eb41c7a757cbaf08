using System.Text.Json;
using Open311.Recordings.Scrubbing;

namespace Open311.Recordings.Tests.Scrubbing;

public sealed class FieldTests
{
    [Test]
    public void The_fields_of_a_reporter_are_replaced_and_those_of_the_report_stay()
    {
        const string body = """
            [ {"service_request_id":"638344","status":"open","service_code":"006","service_name":"Sidewalk and Curb Issues","description":"A crack",
               "email":"jane.doe@mail.com","first_name":"Jane","last_name":"Doe","phone":"(617) 555-0123","account_id":"ab-99812","device_id":"a6f1-00FF-99ac",
               "requested_datetime":"2026-04-14T06:37:38-08:00","address":"8TH AVE and JUDAH ST","address_id":"545483","zipcode":94122,
               "lat":37.762221815,"long":-122.4651145,"media_url":"https://photos.city.gov/p/638344.jpg","token":"tok-123456"} ]
            """;

        var item = JsonDocument.Parse(Tape.ScrubbedJson(body)).RootElement[0];

        foreach (var (field, was) in new[]
        {
            ("email", "jane.doe@mail.com"), ("first_name", "Jane"), ("last_name", "Doe"), ("phone", "(617) 555-0123"), ("account_id", "ab-99812"), ("device_id", "a6f1-00FF-99ac"),
            ("address", "8TH AVE and JUDAH ST"), ("address_id", "545483"), ("media_url", "https://photos.city.gov/p/638344.jpg"),
        })
        {
            item.GetProperty(field).GetString().Should().NotBe(was, "of {0}", field);
        }

        item.GetProperty("zipcode").GetInt32().Should().NotBe(94122).And.BeInRange(10_000, 99_999);
        item.GetProperty("lat").GetDecimal().Should().NotBe(37.762221815m).And.BeApproximately(37.762221815m, 0.006m);
        item.GetProperty("lat").GetRawText().Should().HaveLength("37.762221815".Length);
        item.GetProperty("media_url").GetString().Should().StartWith("https://media.example.org/scrubbed-").And.EndWith(".jpg");
        foreach (var (field, stays) in new[]
        {
            ("service_request_id", "638344"), ("status", "open"), ("service_code", "006"), ("service_name", "Sidewalk and Curb Issues"), ("description", "A crack"),
            ("requested_datetime", "2026-04-14T06:37:38-08:00"), ("token", "tok-123456"),
        })
        {
            item.GetProperty(field).GetString().Should().Be(stays, "of {0}", field);
        }
    }

    [Test]
    public void Only_what_is_replaced_changes_byte_for_byte()
    {
        const string body = "\uFEFF<?xml version='1.0' encoding=\"utf-8\" ?>\r\n<service_requests  type=\"array\">\n\t<request><!-- x --><email>jane&#64;mail.com</email>"
            + "<description><![CDATA[caf\u00e9 & <b>bold</b> ]]>&#x41;&amp;B 1 &lt; 2</description><status/></request>\r\n</service_requests>\n";

        var scrubbed = Tape.ScrubbedXml(body);

        System.Text.RegularExpressions.Regex.Replace(scrubbed, "resident\\.[a-z0-9]{8}&#64;example\\.org", "jane&#64;mail.com").Should().Be(body);
        scrubbed.Should().NotBe(body);
    }

    [Test]
    public void The_same_value_is_the_same_in_every_place_and_form()
    {
        var takes = Tape.Scrubbed(
            Tape.Json("""[{"service_request_id":"1","email":"Jane@Mail.com","phone":"+1 617 555 0123","first_name":"Jane","account_id":"acct-77123"}]"""),
            Tape.Xml("<service_requests><request><description>Jane &lt;jane@mail.com&gt; 617-555-0123 acct-77123</description></request></service_requests>"),
            Tape.Post("email=jane%40mail.com&first_name=jane&account_id=acct-77123&phone=6175550123", "application/x-www-form-urlencoded", $"{Tape.City}/requests.json?account_id=acct-77123"));

        var item = JsonDocument.Parse(Tape.Text(takes[0])).RootElement[0];
        var (email, phone, name, account) = (item.GetProperty("email").GetString()!, item.GetProperty("phone").GetString()!, item.GetProperty("first_name").GetString()!, item.GetProperty("account_id").GetString()!);
        Tape.Text(takes[1]).Should().Contain(email).And.Contain(name).And.Contain(account).And.Contain(phone[^9..^5].Trim() + "-" + phone[^4..]);
        Tape.Sent(takes[2]).Should().Contain(Uri.EscapeDataString(email)).And.Contain($"first_name={name.ToLowerInvariant()}").And.Contain(account);
        takes[2].Url.Should().EndWith(account);
    }

    [Test]
    public void Texts_of_services_and_definitions_stay()
    {
        const string services = """[{"service_code":"001","service_name":"Cans left out","description":"Call Mr Smith at 617-555-0123 or mail cans@city.gov","metadata":true,"type":"realtime","keywords":"a, b","group":"sanitation"}]""";
        const string definition = """{"service_code":"DMV66","attributes":[{"variable":true,"code":"EMAIL","datatype":"string","required":true,"order":1,"description":"Your e-mail, such as x@y.org","values":[{"key":"123","name":"Ford"}]}]}""";

        Tape.ScrubbedJson(services).Should().Be(services);
        Tape.ScrubbedJson(definition).Should().Be(definition);
    }

    [Test]
    public void Labelled_values_are_known_by_their_label()
    {
        var scrubbed = Tape.ScrubbedJson("""[{"service_request_id":"1","extended_attributes":{"x":775356.33,"y":2956018.25,"ward":"12"},"attributes":[{"label":"First name","value":"Zoë"},{"code":"PHONE","values":["5550199"]}]}]""");

        scrubbed.Should().NotContain("Zoë").And.NotContain("5550199").And.NotContain("775356").And.NotContain("2956018").And.Contain("\"ward\":\"12\"");
    }

    [Test]
    public void Kept_fields_stay_and_unknown_ones_are_told()
    {
        const string body = """[{"service_request_id":"1","address":"22 Acacia Avenue","description":"mail jane@mail.com","email":"jane@mail.com"}]""";

        var outcome = Tape.Scrub(new ScrubOptions { Seed = 1, Keep = ["address", "Description", "adres"] }, Tape.Json(body));

        var text = Tape.Text(outcome.Cassette!.Takes[0]);
        text.Should().Contain("22 Acacia Avenue").And.Contain("mail jane@mail.com").And.NotContain("\"email\":\"jane@mail.com\"");
        outcome.Report.Notes.Should().ContainSingle().Which.Should().Contain("adres");
    }

    [Test]
    public void Positions_move_alike_in_every_precision_and_what_stands_for_none_stays()
    {
        const string body = """[{"lat":60.190000000000005,"long":24.93},{"lat":"60.19","long":"24.93"},{"lat":0,"long":0.0},{"lat":51.43999862670898},{"lat":51.44},{"lat":null},{"lat":"abc"},{"zipcode":"00000"}]""";

        var items = JsonDocument.Parse(Tape.ScrubbedJson(body)).RootElement;

        var lat = items[0].GetProperty("lat").GetRawText();
        lat.Should().EndWith("0000000000005").And.NotStartWith("60.19");
        items[1].GetProperty("lat").GetString().Should().Be(lat[..5]);
        items[2].GetRawText().Should().Be("""{"lat":0,"long":0.0}""");
        items[3].GetProperty("lat").GetRawText().Should().StartWith((items[4].GetProperty("lat").GetDecimal() - 0.01m).ToString(System.Globalization.CultureInfo.InvariantCulture));
        items[6].GetProperty("lat").GetString().Should().Be("abc");
        items[7].GetProperty("zipcode").GetString().Should().Be("00000");
    }

    [Test]
    public void Numbers_stay_numbers()
    {
        var scrubbed = Tape.ScrubbedJson("""[{"phone":6175550123,"account_id":12,"device_id":900719925474099,"address_id":5,"zipcode":2134}]""");

        var item = JsonDocument.Parse(scrubbed).RootElement[0];
        item.EnumerateObject().Should().OnlyContain(p => p.Value.ValueKind == JsonValueKind.Number);
        scrubbed.Should().NotContain("6175550123").And.NotContain("900719925474099");
    }

    [Test]
    public void Credentials_go_from_headers_queries_and_cookies()
    {
        var take = Tape.Json("[]", $"{Tape.City}/requests.json?api_key=k3y-s3cr3t&jurisdiction_id=city.gov&status=open") with
        {
            RequestHeaders = [new("Authorization", "Bearer abcdef123456"), new("cookie", "a=1; session=xyz987654"), new("X-Api-Key", "k3y-s3cr3t"), new("Accept", "*/*"), new("X-Forwarded-For", "203.0.113.9, 10.0.0.1")],
            ResponseHeaders = [new("Content-Type", "application/json"), new("Set-Cookie", "sid=topsecret; Path=/; HttpOnly"), new("Location", "https://311.example.gov/x?api_key=k3y-s3cr3t")],
        };

        var scrubbed = Tape.Scrubbed(take)[0];

        scrubbed.Url.Should().MatchRegex(@"\?api_key=scrubbed-[a-z0-9]{8}&jurisdiction_id=city\.gov&status=open$");
        var headers = string.Join("\n", scrubbed.RequestHeaders.Concat(scrubbed.ResponseHeaders).Select(h => $"{h.Name}: {h.Value}"));
        headers.Should().NotContainAny("abcdef123456", "xyz987654", "k3y-s3cr3t", "topsecret", "203.0.113.9")
            .And.Contain("Bearer scrubbed-").And.Contain("; Path=/; HttpOnly").And.Contain("Accept: */*");
        var key = scrubbed.Url.Split("api_key=")[1].Split('&')[0];
        headers.Should().Contain($"X-Api-Key: {key}").And.Contain($"x?api_key={key}");
    }

    [Test]
    public void The_report_tells_kind_field_and_place_and_never_the_value()
    {
        var outcome = Tape.Scrub(new ScrubOptions { Seed = 1 }, Tape.Json("""[{"email":"jane@mail.com"},{"email":"jane@mail.com"},{"email":"joe@mail.com","description":"I am jane@mail.com"}]"""));

        outcome.Report.Rows.Select(r => (r.Kind, r.Field, r.Count, r.Distinct)).Should().Equal(("e-mail", "description", 1, 1), ("e-mail", "email", 3, 2));
        outcome.Report.Rows[1].Places.Select(p => p.ToString()).Should().Equal("take 1, answer /0/email", "take 1, answer /1/email", "take 1, answer /2/email");
        JsonSerializer.Serialize(outcome.Report).Should().NotContain("jane").And.NotContain("mail.com");
    }
}
