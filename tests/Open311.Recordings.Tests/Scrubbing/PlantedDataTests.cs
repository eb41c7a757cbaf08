using System.Text;
using CsCheck;
using Open311.Protocol.Tests;
using Open311.Recordings.Cassettes;
using Open311.Recordings.Scrubbing;

namespace Open311.Recordings.Tests.Scrubbing;

public sealed class PlantedDataTests
{
    static readonly Gen<(Person Person, int Seed)> planted = Gen.Select(Person.Any, Gen.Int[0, 1_000_000]);

    [Test]
    public void Nothing_planted_is_left_in_any_encoding_and_every_document_keeps_its_shape() => planted.Always(
        v =>
        {
            var takes = Recording(v.Person, v.Seed);

            var scrubbed = Tape.Scrubbed(new ScrubOptions { Seed = v.Seed }, takes);

            var everything = Wiretap.Everything(scrubbed);
            foreach (var trace in v.Person.Traces)
                everything.Contains(trace, StringComparison.OrdinalIgnoreCase).Should().BeFalse("{0} is found in {1}", trace, Around(everything, trace));
            string.Concat(everything.Where(char.IsDigit)).Contains(v.Person.Digits).Should().BeFalse("the number {0} is left", v.Person.Phone);
            foreach (var (before, after) in takes.Zip(scrubbed).Where(p => p.First.ResponseBody.Length > 2))
                Wiretap.Shape(Tape.Text(after)).Should().Be(Wiretap.Shape(Tape.Text(before)));
        },
        iter: 150);

    [Test]
    public void The_same_seed_gives_the_same_bytes_and_another_seed_other_ones() => planted.Always(
        v =>
        {
            var takes = Recording(v.Person, v.Seed);
            byte[] Of(long seed) => [.. Tape.Scrubbed(new ScrubOptions { Seed = seed }, takes).SelectMany(t => t.ResponseBody.ToArray())];

            var first = Of(v.Seed);

            Of(v.Seed).Should().Equal(first);
            Of(v.Seed + 1L).Should().NotEqual(first);
        },
        iter: 20);

    [Test]
    public void What_was_scrubbed_keeps_its_names_mails_keys_and_media_when_scrubbed_again() => planted.Always(
        v =>
        {
            var once = Tape.Scrubbed(new ScrubOptions { Seed = v.Seed }, Recording(v.Person, v.Seed));

            var twice = Tape.Scrub(new ScrubOptions { Seed = v.Seed + 7L }, [.. once]);

            twice.Report.Rows.Select(r => r.Kind).Should().NotContain(["e-mail", "name", "credential", "media"]);
        },
        iter: 20);

    static string Around(string text, string trace) =>
        text.IndexOf(trace, StringComparison.OrdinalIgnoreCase) is var at and >= 0 ? text[Math.Max(0, at - 60)..Math.Min(text.Length, at + 60)] : "";

    static Take[] Recording(Person p, int seed)
    {
        var spell = new Spelling(seed);
        var letter = $"Dear Sir,\nplease call me at {p.Phone} or mail {p.Email}. I live at {p.Address} ({p.Lat}, {p.Long}).\nRegards,\n{p.First} {p.Last}";
        var query = $"?api_key={spell.Form(p.Key)}&account_id={spell.Form(p.Account)}&email={spell.Form(p.Email)}&lat={p.Lat}&long={p.Long}&q={spell.Form(p.First + " " + p.Last)}";
        (string Name, string Value)[] fields =
        [
            ("first_name", p.First), ("last_name", p.Last), ("email", p.Email), ("phone", p.Phone), ("account_id", p.Account), ("device_id", p.Device), ("address", p.Address),
            ("lat", p.Lat), ("long", p.Long), ("description", letter), ("status_notes", $"{p.First} says: device {p.Device}, account={p.Account}"),
            ("media_url", $"https://photos.city.gov/{Uri.EscapeDataString(p.Last)}/{p.Account}.jpg"), ("attachment", Spelling.Base64(letter)), ("link", "data:text/plain;base64," + Spelling.Base64(p.Email + " " + p.Phone)),
        ];
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?><service_requests><request><service_request_id>638</service_request_id>");
        var json = new StringBuilder("[{\"service_request_id\":\"638\"");
        foreach (var (name, value) in fields)
        {
            xml.Append('<').Append(name).Append('>').Append(spell.Xml(value)).Append("</").Append(name).Append('>');
            json.Append(",\"").Append(name).Append("\":\"").Append(spell.Json(value)).Append('"');
        }

        xml.Append("<notes>").Append(spell.Xml(spell.Html(letter))).Append("</notes></request></service_requests>");
        json.Append(",\"html\":\"").Append(spell.Json(spell.Html(letter))).Append("\",\"coordinates\":[").Append(p.Long).Append(',').Append(p.Lat).Append("]}]");
        var form = string.Join('&', fields.Select(f => $"{f.Name}={spell.Form(f.Value)}"));
        var parts = string.Concat(fields.Select(f => $"--b1\r\nContent-Disposition: form-data; name=\"{f.Name}\"\r\n\r\n{f.Value}\r\n")) + "--b1--\r\n";
        return
        [
            Tape.Json(json.ToString(), $"{Tape.City}/requests.json{query}"),
            Tape.Xml(xml.ToString()) with { RequestHeaders = [new("Referer", $"https://app.city.gov/new{query}"), new("Authorization", $"Bearer {p.Key}"), new("X-Account", p.Account)] },
            Tape.Post(form, "application/x-www-form-urlencoded"),
            Tape.Post("", "multipart/form-data; boundary=b1") with { RequestBody = Encoding.UTF8.GetBytes(parts) },
        ];
    }
}
