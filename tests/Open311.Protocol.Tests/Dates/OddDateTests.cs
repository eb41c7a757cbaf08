using System.Globalization;
using Open311.Protocol.Dates;

namespace Open311.Protocol.Tests.Dates;

/// <summary>Edges of the many forms in which dates are met: what is read must be read right, and what only resembles a date must not be read.</summary>
public sealed class OddDateTests
{
    [TestCase("UTC", 0)]
    [TestCase("GMT", 0)]
    [TestCase("UT", 0)]
    [TestCase("WET", 0)]
    [TestCase("EST", -5)]
    [TestCase("EDT", -4)]
    [TestCase("CST", -6)]
    [TestCase("CDT", -5)]
    [TestCase("MST", -7)]
    [TestCase("MDT", -6)]
    [TestCase("PST", -8)]
    [TestCase("PDT", -7)]
    [TestCase("WEST", 1)]
    [TestCase("CET", 1)]
    [TestCase("CEST", 2)]
    [TestCase("MEZ", 1)]
    [TestCase("MESZ", 2)]
    [TestCase("EET", 2)]
    [TestCase("EEST", 3)]
    [TestCase("ABCDE", 0)]
    public void Knows_the_zones_that_are_named(string name, int hours) =>
        Read($"2010-04-14T12:00:00 {name}").Should().Be($"2010-04-14T{12 - hours:00}:00:00.0000000+00:00");

    [TestCase("UTC+02:00", "2010-04-14T10:00:00.0000000+00:00")]
    [TestCase("Z+02:00", "2010-04-14T10:00:00.0000000+00:00")]
    public void Takes_an_offset_after_a_name_of_zero(string zone, string instant) => Read($"2010-04-14T12:00:00 {zone}").Should().Be(instant);

    [TestCase("2010-04-14T6:37:38Z", "2010-04-14T06:37:38.0000000+00:00", DatePeculiarities.OtherForm)]
    [TestCase("2010-04-14T0637Z", "2010-04-14T06:37:00.0000000+00:00", DatePeculiarities.OtherForm)]
    [TestCase("2010-04-14T063738.5Z", "2010-04-14T06:37:38.5000000+00:00", DatePeculiarities.OtherForm | DatePeculiarities.Fraction)]
    [TestCase("20100414T06:37:38Z", "2010-04-14T06:37:38.0000000+00:00", DatePeculiarities.OtherForm)]
    [TestCase("2017-01-01T05:29:60+05:30", "2017-01-01T00:00:00.0000000+00:00", DatePeculiarities.OtherForm)]
    [TestCase("127125225800", "1974-01-11T08:33:45.8000000+00:00", DatePeculiarities.OtherForm)]
    [TestCase("127125225", "1974-01-11T08:33:45.0000000+00:00", DatePeculiarities.OtherForm)]
    [TestCase("/Date(1271252258000+0000)/", "2010-04-14T13:37:38.0000000+00:00", DatePeculiarities.OtherForm)]
    [TestCase("/Date(0)/", "1970-01-01T00:00:00.0000000+00:00", DatePeculiarities.OtherForm)]
    [TestCase("Apr 14 13:37:38 2010", "2010-04-14T13:37:38.0000000+00:00", DatePeculiarities.OtherForm | DatePeculiarities.NoZone)]
    [TestCase("14 Jan 2010 13:37:38 GMT", "2010-01-14T13:37:38.0000000+00:00", DatePeculiarities.OtherForm | DatePeculiarities.OtherZoneForm)]
    [TestCase("Sun, 14 Dec 2010 13:37:38 GMT", "2010-12-14T13:37:38.0000000+00:00", DatePeculiarities.OtherForm | DatePeculiarities.OtherZoneForm)]
    [TestCase("14 Apr 49 13:37:38 GMT", "2049-04-14T13:37:38.0000000+00:00", DatePeculiarities.OtherForm | DatePeculiarities.OtherZoneForm)]
    [TestCase("14 Apr 50 13:37:38 GMT", "1950-04-14T13:37:38.0000000+00:00", DatePeculiarities.OtherForm | DatePeculiarities.OtherZoneForm)]
    [TestCase("14 Apr 99 13:37:38 GMT", "1999-04-14T13:37:38.0000000+00:00", DatePeculiarities.OtherForm | DatePeculiarities.OtherZoneForm)]
    public void Is_read(string text, string instant, DatePeculiarities peculiarities)
    {
        Read(text).Should().Be(instant);
        W3CDateTime.TryRead(text, out var value);
        value.Peculiarities.Should().Be(peculiarities);
    }

    [TestCase("UTC")]
    [TestCase("GMT")]
    [TestCase("ut")]
    [TestCase("WET")]
    public void Adds_the_offset_that_follows_the_zone_at_the_meridian(string name) =>
        Read($"2010-04-14T12:00:00 {name}+02:00").Should().Be("2010-04-14T10:00:00.0000000+00:00");

    [TestCase("2010-04-14T24:30:00Z")]
    [TestCase("2010-04-14T24:00:00.5Z")]
    [TestCase("2010-04-14T06:30:60-07:00")]
    [TestCase("2010-04-14T13:37:38 AM")]
    [TestCase("2010-04-14T15:37:38 XYZ+0200")]
    [TestCase("2010-04-14T13:37:38 GMT+")]
    [TestCase("2010-04-14T13:37:38 GMT+02:00 tomorrow")]
    [TestCase("2010-04-14T13:37:38 Europe/Helsinki 12:00")]
    [TestCase("2010-04-14T13:37:38 ABCDEF")]
    [TestCase("2010.04.14T13:37:38Z")]
    [TestCase("1271252258000)/")]
    [TestCase("/Date(1271252258000")]
    [TestCase("/Date()/")]
    [TestCase("/Date(1271252258000+07)/")]
    [TestCase("1271252258 x")]
    [TestCase("1271252258.5 x")]
    [TestCase("123456")]
    [TestCase("14 Apr 10 13:37:38 GMT tomorrow")]
    [TestCase("Wed, 14 Apr 2010 13:37:38 PM")]
    [TestCase("Wed Apr 14 123 2010")]
    [TestCase("Wed Apr 14 13:37:38 GMT tomorrow 2010")]
    [TestCase("Wed Apr 14 13:37:38 PM 2010")]
    [TestCase("14 anf 2010 13:37:38 GMT")]
    [TestCase("14 Apr 210 13:37:38 GMT")]
    public void Is_no_date(string text) => W3CDateTime.TryRead(text, out _).Should().BeFalse();

    [TestCase("2010-04-14T13:37:38+14:00", 14)]
    [TestCase("0001-01-01T00:00:00-05:00", -5)]
    [TestCase("9999-12-31T23:59:59.9999999+05:00", 5)]
    [TestCase("2010-04-14T13:37:38+15:00", 0)]
    public void Keeps_its_offset_where_it_fits(string text, int hours)
    {
        W3CDateTime.TryRead(text, out var value).Should().BeTrue();
        value.Instant.Offset.Should().Be(TimeSpan.FromHours(hours));
    }

    static string Read(string text)
    {
        W3CDateTime.TryRead(text, out var value).Should().BeTrue($"\"{text}\" is a date");
        return value.Instant.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fffffffzzz", CultureInfo.InvariantCulture);
    }
}
