using System.Globalization;
using CsCheck;
using Open311.Protocol.Dates;

namespace Open311.Protocol.Tests.Dates;

public sealed class W3CDateTimeTests
{
    const string Instant = "2010-04-14T13:37:38.0000000+00:00";

    [TestCase("2010-04-14T06:37:38-07:00", DatePeculiarities.None)]
    [TestCase("2010-04-14T13:37:38Z", DatePeculiarities.None)]
    [TestCase("2010-04-14T13:37:38+00:00", DatePeculiarities.None)]
    [TestCase("2010-04-15T03:37:38+14:00", DatePeculiarities.None)]
    [TestCase("2010-04-13T23:37:38-14:00", DatePeculiarities.None)]
    [TestCase("2010-04-14t13:37:38z", DatePeculiarities.LowerCase)]
    [TestCase("2010-04-14T13:37:38z", DatePeculiarities.LowerCase)]
    [TestCase("2010-04-14T13:37:38.0Z", DatePeculiarities.Fraction)]
    [TestCase("2010-04-14T13:37:38.000000000000000000000000000001Z", DatePeculiarities.Fraction)]
    [TestCase("2010-04-14T13:37:38-00:00", DatePeculiarities.NegativeZeroOffset)]
    [TestCase("2010-04-14t13:37:38.00-00:00", DatePeculiarities.LowerCase | DatePeculiarities.Fraction | DatePeculiarities.NegativeZeroOffset)]
    public void Accepts(string text, DatePeculiarities peculiarities)
    {
        Read(text).Should().Be((Instant, peculiarities));
        Value(text).IsWellFormed.Should().BeTrue();
    }

    [TestCase("2010-04-14T13:37:38", DatePeculiarities.NoZone)]
    [TestCase("2010-04-14T13:37:38+0000", DatePeculiarities.OtherZoneForm)]
    [TestCase("2010-04-14T06:37:38-0700", DatePeculiarities.OtherZoneForm)]
    [TestCase("2010-04-14T06:37:38-07", DatePeculiarities.OtherZoneForm)]
    [TestCase("2010-04-14T06:37:38-7", DatePeculiarities.OtherZoneForm)]
    [TestCase("2010-04-14T06:37:38-7:00", DatePeculiarities.OtherZoneForm)]
    [TestCase("2010-04-14T06:37:38\u221207:00", DatePeculiarities.OtherZoneForm)]
    [TestCase("2010-04-14T06:37:38 -07:00", DatePeculiarities.OtherZoneForm)]
    [TestCase("2010-04-14T13:37:38-0000", DatePeculiarities.OtherZoneForm | DatePeculiarities.NegativeZeroOffset)]
    [TestCase("2010-04-14T13:37:38UTC", DatePeculiarities.OtherZoneForm)]
    [TestCase("2010-04-14T13:37:38 GMT", DatePeculiarities.OtherZoneForm)]
    [TestCase("2010-04-14T13:37:38 Z", DatePeculiarities.OtherZoneForm)]
    [TestCase("2010-04-14T08:37:38EST", DatePeculiarities.OtherZoneForm)]
    [TestCase("2010-04-14T06:37:38 pdt", DatePeculiarities.OtherZoneForm)]
    [TestCase("2010-04-14T15:37:38 CEST", DatePeculiarities.OtherZoneForm)]
    [TestCase("2010-04-14T15:37:38 GMT+0200", DatePeculiarities.OtherZoneForm)]
    [TestCase("2010-04-14T15:37:38+02:00[Europe/Berlin]", DatePeculiarities.OtherZoneForm)]
    [TestCase("2010-04-14T13:37:38 Europe/Helsinki", DatePeculiarities.OtherZoneForm)]
    [TestCase("2010-04-14T13:37:38 XYZ", DatePeculiarities.OtherZoneForm)]
    [TestCase("2010-04-15T04:37:38+15:00", DatePeculiarities.OffsetOutOfRange)]
    [TestCase("2010-04-15T03:38:38+14:01", DatePeculiarities.OffsetOutOfRange)]
    [TestCase("2010-04-14T15:07:38+00:90", DatePeculiarities.OffsetOutOfRange)]
    [TestCase("2010-04-10T09:58:38-99:39", DatePeculiarities.OffsetOutOfRange)]
    [TestCase("2010-04-14 13:37:38Z", DatePeculiarities.OtherForm)]
    [TestCase("2010-04-14 13:37:38", DatePeculiarities.OtherForm | DatePeculiarities.NoZone)]
    [TestCase("2010-04-14 13:37:38 UTC", DatePeculiarities.OtherForm | DatePeculiarities.OtherZoneForm)]
    [TestCase("2010-04-14 06:37:38 -0700", DatePeculiarities.OtherForm | DatePeculiarities.OtherZoneForm)]
    [TestCase("2010-04-14T13:37:38,0Z", DatePeculiarities.OtherForm | DatePeculiarities.Fraction)]
    [TestCase("2010-04-14T13:37:38.Z", DatePeculiarities.OtherForm | DatePeculiarities.Fraction)]
    [TestCase("2010/04/14 13:37:38", DatePeculiarities.OtherForm | DatePeculiarities.NoZone)]
    [TestCase("2010-4-14T13:37:38Z", DatePeculiarities.OtherForm)]
    [TestCase("20100414T133738Z", DatePeculiarities.OtherForm)]
    [TestCase("20100414133738", DatePeculiarities.OtherForm | DatePeculiarities.NoZone)]
    [TestCase("2010-04-14T133738Z", DatePeculiarities.OtherForm)]
    [TestCase("Wed, 14 Apr 2010 06:37:38 -0700", DatePeculiarities.OtherForm | DatePeculiarities.OtherZoneForm)]
    [TestCase("14 Apr 10 13:37:38 GMT", DatePeculiarities.OtherForm | DatePeculiarities.OtherZoneForm)]
    [TestCase("Wednesday, 14-Apr-10 13:37:38 UTC", DatePeculiarities.OtherForm | DatePeculiarities.OtherZoneForm)]
    [TestCase("Wed Apr 14 13:37:38 2010", DatePeculiarities.OtherForm | DatePeculiarities.NoZone)]
    [TestCase("Wed Apr 14 06:37:38 PDT 2010", DatePeculiarities.OtherForm | DatePeculiarities.OtherZoneForm)]
    [TestCase("Sat, 14 April 2010 13:37:38 +0000 (UTC)", DatePeculiarities.OtherForm | DatePeculiarities.OtherZoneForm)]
    [TestCase("1271252258", DatePeculiarities.OtherForm)]
    [TestCase("1271252258.000", DatePeculiarities.OtherForm)]
    [TestCase("1271252258000", DatePeculiarities.OtherForm)]
    [TestCase("/Date(1271252258000)/", DatePeculiarities.OtherForm)]
    [TestCase("/Date(1271252258000-0700)/", DatePeculiarities.OtherForm)]
    public void Understands_but_does_not_accept(string text, DatePeculiarities peculiarities)
    {
        Read(text).Should().Be((Instant, peculiarities));
        Value(text).IsWellFormed.Should().BeFalse();
    }

    [TestCase("2010-04-14T06:37-07:00", "2010-04-14T13:37:00.0000000+00:00", DatePeculiarities.NoSeconds)]
    [TestCase("2010-04-14T06:37:38.123456789-07:00", "2010-04-14T13:37:38.1234567+00:00", DatePeculiarities.Fraction)]
    [TestCase("2010-04-14T06:37:38.5Z", "2010-04-14T06:37:38.5000000+00:00", DatePeculiarities.Fraction)]
    [TestCase("2012-02-29T00:00:00Z", "2012-02-29T00:00:00.0000000+00:00", DatePeculiarities.None)]
    [TestCase("2000-02-29T23:59:59Z", "2000-02-29T23:59:59.0000000+00:00", DatePeculiarities.None)]
    [TestCase("2010-12-31T24:00:00Z", "2011-01-01T00:00:00.0000000+00:00", DatePeculiarities.OtherForm)]
    [TestCase("2010-12-31T24:00Z", "2011-01-01T00:00:00.0000000+00:00", DatePeculiarities.OtherForm | DatePeculiarities.NoSeconds)]
    [TestCase("2016-12-31T23:59:60Z", "2017-01-01T00:00:00.0000000+00:00", DatePeculiarities.OtherForm)]
    [TestCase("2010-04-14", "2010-04-14T00:00:00.0000000+00:00", DatePeculiarities.OtherForm | DatePeculiarities.NoZone)]
    [TestCase("20100414", "2010-04-14T00:00:00.0000000+00:00", DatePeculiarities.OtherForm | DatePeculiarities.NoZone)]
    [TestCase("2010-04-14Z", "2010-04-14T00:00:00.0000000+00:00", DatePeculiarities.OtherForm)]
    [TestCase("2010-04-14T06Z", "2010-04-14T06:00:00.0000000+00:00", DatePeculiarities.OtherForm)]
    [TestCase("0001-01-01T00:00:00+14:00", "0001-01-01T00:00:00.0000000+00:00", DatePeculiarities.None)]
    [TestCase("9999-12-31T23:59:59-14:00", "9999-12-31T23:59:59.9999999+00:00", DatePeculiarities.None)]
    [TestCase("9999-12-31T24:00:00Z", "9999-12-31T23:59:59.9999999+00:00", DatePeculiarities.OtherForm)]
    [TestCase("9999-12-31T24:00:00+02:00", "9999-12-31T22:00:00.0000000+00:00", DatePeculiarities.OtherForm)]
    [TestCase(" 2010-04-14T06:37:38Z\n", "2010-04-14T06:37:38.0000000+00:00", DatePeculiarities.None)]
    public void Reads_as_instant(string text, string instant, DatePeculiarities peculiarities) => Read(text).Should().Be((instant, peculiarities));

    [TestCase("")]
    [TestCase("null")]
    [TestCase("2010")]
    [TestCase("2010-04")]
    [TestCase("12345")]
    [TestCase("12712522580")]
    [TestCase("1271252258000000")]
    [TestCase("-1271252258")]
    [TestCase("04/14/2010 06:37:38")]
    [TestCase("14.04.2010 06:37")]
    [TestCase("2010-14-04T06:37:38Z")]
    [TestCase("2010-00-14T06:37:38Z")]
    [TestCase("2010-04-31T06:37:38Z")]
    [TestCase("2010-04-00T06:37:38Z")]
    [TestCase("2010-02-29T06:37:38Z")]
    [TestCase("1900-02-29T06:37:38Z")]
    [TestCase("0000-01-01T00:00:00Z")]
    [TestCase("0000-00-00 00:00:00")]
    [TestCase("2010-04-14T25:00:00Z")]
    [TestCase("2010-04-14T24:00:01Z")]
    [TestCase("2010-04-14T06:60:00Z")]
    [TestCase("2010-04-14T06:37:61Z")]
    [TestCase("2010-04-14T06:30:60Z")]
    [TestCase("2010-04-14T")]
    [TestCase("2010-04-14T06:")]
    [TestCase("2010-04-14T06:3")]
    [TestCase("2010-04-14T06:37:")]
    [TestCase("2010-04-14T06:37.5Z")]
    [TestCase("2010-04-14T06:37:38Zulu time")]
    [TestCase("2010-04-14T06:37:38+")]
    [TestCase("2010-04-14T06:37:38+01:")]
    [TestCase("2010-04-14T06:37:38+01:0")]
    [TestCase("2010-04-14T06:37:38+01:00:00")]
    [TestCase("2010-04-14T06:37:38+12345")]
    [TestCase("2010-04-14T06:37:38 PM")]
    [TestCase("2010-04-14T06:37:38 tomorrow")]
    [TestCase("2010-04-14T06:37:38Z extra")]
    [TestCase("٢٠١٠-٠٤-١٤T٠٦:٣٧:٣٨Z")]
    [TestCase("+12010-04-14T06:37:38Z")]
    [TestCase("Wed, 31 Apr 2010 06:37:38 -0700")]
    [TestCase("Wed, 14 Foo 2010 06:37:38 -0700")]
    [TestCase("Apr 14")]
    [TestCase("Wed")]
    [TestCase("/Date(x)/")]
    [TestCase("/Date()/")]
    [TestCase("/Date(99999999999999999999)/")]
    [TestCase("/Date(")]
    public void Makes_nothing_of(string text)
    {
        W3CDateTime.TryRead(text, out var value).Should().BeFalse();
        value.Should().Be(default(W3CDateTime));
    }

    [TestCase("2010-04-14T06:37:38-07:00")]
    [TestCase("2010-04-14T06:37:38Z")]
    [TestCase("0001-01-01T00:00:00Z")]
    [TestCase("9999-12-31T23:59:59+05:45")]
    public void Writes_the_plain_form(string text) => W3CDateTime.Write(Value(text).Instant).Should().Be(text);

    [Test]
    public void Cuts_fractions_off_when_writing() =>
        W3CDateTime.Write(new DateTimeOffset(2010, 4, 14, 6, 37, 38, 999, TimeSpan.Zero)).Should().Be("2010-04-14T06:37:38Z");

    [Test]
    public void Reads_what_it_writes() => Gen.Select(Gen.Int[0, int.MaxValue], Gen.Int[-840, 840]).Always((seconds, minutes) =>
    {
        var instant = DateTimeOffset.UnixEpoch.AddSeconds(seconds).ToOffset(TimeSpan.FromMinutes(minutes));
        W3CDateTime.TryRead(W3CDateTime.Write(instant), out var value).Should().BeTrue();
        (value.Instant.EqualsExact(instant) && value.Peculiarities == DatePeculiarities.None).Should().BeTrue();
    });

    [Test]
    public void Does_not_depend_on_the_culture()
    {
        var before = CultureInfo.CurrentCulture;
        var arabic = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        arabic.NumberFormat.NegativeSign = "~";
        arabic.DateTimeFormat.TimeSeparator = ".";
        arabic.DateTimeFormat.DateSeparator = "_";
        CultureInfo.CurrentCulture = arabic;
        try
        {
            W3CDateTime.Write(Value("2010-04-14T06:37:38-07:00").Instant).Should().Be("2010-04-14T06:37:38-07:00");
            Read("2010-04-14T13:37:38+00:00").Should().Be((Instant, DatePeculiarities.None));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Test]
    public void Never_throws() => Gen.Select(Gen.Int[0, 40], Gen.String[Gen.OneOf(Gen.Char, Gen.Char['+', ':']), 0, 6], Gen.Int[0, 5]).Always((place, piece, cut) =>
    {
        foreach (var sound in new[] { "2010-04-14T06:37:38.123-07:00", "Wed, 14 Apr 2010 06:37:38 -0700", "/Date(1271252258000-0700)/", "Wed Apr 14 06:37:38 PDT 2010" })
        {
            var at = Math.Min(place, sound.Length);
            var text = sound[..at] + piece + sound[Math.Min(at + cut, sound.Length)..];
            W3CDateTime.TryRead(text, out var value);
            W3CDateTime.Write(value.Instant).Should().HaveLength(value.Instant.Offset == TimeSpan.Zero ? 20 : 25);
        }
    });

    static W3CDateTime Value(string text)
    {
        W3CDateTime.TryRead(text, out var value).Should().BeTrue();
        return value;
    }

    static (string Instant, DatePeculiarities Peculiarities) Read(string text)
    {
        var value = Value(text);
        return (value.Instant.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture), value.Peculiarities);
    }
}
