namespace Open311.Recordings.Tests.Scrubbing;

public sealed class FreeTextTests
{
    [TestCase("Call me at 617-555-0123 or jane.doe@mail.com", "617-555-0123", "jane.doe", "mail.com")]
    [TestCase("Telefon: +49 171 1234567, danke", "1234567")]
    [TestCase("ring (020) 7946 0958 after six", "7946 0958")]
    [TestCase("my number is 06 12 34 56 78", "34 56 78")]
    [TestCase("soita +358 40 516 5931 kiitos", "516 5931")]
    [TestCase("text 6175550123 please", "5550123")]
    [TestCase("reach me on 555-0123", "555-0123")]
    [TestCase("phone 617 555\n0123", "0123")]
    [TestCase("07700 900123 anytime", "900123")]
    [TestCase("+1 (617) 555.0123", "555.0123")]
    [TestCase("Mail jane (at) example (dot) org", "jane", "example (dot)")]
    [TestCase("Dear Mrs O'Brien, the lamp is out", "O'Brien")]
    [TestCase("The lamp is out.\nKind regards,\nJane van der Berg", "Jane", "Berg")]
    [TestCase("My name is Jane Doe and I live here", "Jane", "Doe")]
    [TestCase("Mein Name ist Jürgen Groß.", "Jürgen", "Groß")]
    [TestCase("Reported by Jane Doe today", "Jane", "Doe")]
    [TestCase("at 42.36012,-71.05891 exactly", "42.36012", "71.05891")]
    [TestCase("see https://maps.example.com/?lat=42.36012&lng=-71.05891&key=abc123", "42.36012", "71.05891", "abc123")]
    [TestCase("photo https://cdn.city.gov/p/jane.jpg?sig=1", "cdn.city.gov", "jane")]
    [TestCase("came from 203.0.113.77 again", "203.0.113.77")]
    [TestCase("came from 2001:db8:85a3::8a2e:370:7334 again", "85a3")]
    [TestCase("car with license plate 7ABC123 blocks", "7ABC123")]
    [TestCase("Kennzeichen B-XY 1234 steht dort", "XY 1234")]
    [TestCase("at 22 Acacia Avenue next door", "22 Acacia")]
    [TestCase("vor der Hauptstraße 12 liegt Müll", "Hauptstraße 12")]
    [TestCase("you can use api key: f1301b1ded935eabc5faa6a2ce975f6.", "f1301b1d")]
    [TestCase("<a href=\"mailto:jane&#64;mail.com\">write</a>", "jane", "mail.com")]
    [TestCase("encoded jane%40mail.com and j\\u0061ne@mail.com", "jane", "mail.com", "j\\u0061ne")]
    [TestCase("data amFuZS5kb2VAbWFpbC5jb20gY2FsbGVk end", "amFuZS5kb2VAbWFpbC5jb20")]
    public void Personal_data_is_taken_out_of_text(string text, params string[] gone)
    {
        var scrubbed = Tape.ScrubbedText(text);

        scrubbed.Should().NotBe(text);
        foreach (var piece in gone)
            scrubbed.Should().NotContain(piece);
    }

    [TestCase("Opened 2026-10-03 14:32:36, closed 03.10.2026 16:00, due 10/03/2026")]
    [TestCase("Request #101005570514 duplicates 862-2023 and SR 6175550123")]
    [TestCase("case 000123-2023, ward 12, district 4, code 4fd3b167e750846744000005")]
    [TestCase("2026-08-14T14:32:36.732261+03:00")]
    [TestCase("Open 09.30-16.00 and 08:00-17:00, call 311 or 911")]
    [TestCase("Three potholes, 2.5 x 1.25 m, cost 1,234,567.89 USD")]
    [TestCase("Version 1.2.3.4 of the app, nginx/1.18.0")]
    [TestCase("Thanks for the quick reply. Dear City, thank you")]
    [TestCase("Hello, the street lamp 12 at the corner is out")]
    [TestCase("Graffiti on the wall, please clean. Thanks")]
    [TestCase("6f1ed002-ab5f-4a3c-9f3b-6a1c5f3f2b1a")]
    [TestCase("1699999999")]
    [TestCase("Public Works Department:Street Cleaning:Requests for Street Cleaning")]
    [TestCase("See https://www.city.gov/services/pothole?page=2 for more")]
    [TestCase("")]
    public void What_is_not_personal_stays(string text) => Tape.ScrubbedText(text).Should().Be(text);
}
