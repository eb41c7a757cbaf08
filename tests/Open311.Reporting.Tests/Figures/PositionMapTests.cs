using Open311.Reporting.Figures;

namespace Open311.Reporting.Tests.Figures;

sealed class PositionMapTests
{
    [Test]
    public void Nothing_is_drawn_where_no_request_has_a_position() =>
        PositionMap.Of([Unplaced(false), Unplaced(true), At(0, 0)]).Should().BeNull();

    [Test]
    public void All_in_one_point_are_one_dot_on_a_sheet_of_two_hundred_metres()
    {
        var map = PositionMap.Of([.. Enumerable.Repeat(At(52.52, 13.4), 5)])!;

        map.Open.Should().ContainSingle().Which.Should().Be((map.Width / 2, map.Height / 2));
        (map.North - map.South).Should().BeLessThan(0.01);
        map.ScaleMetres.Should().BeInRange(10, 200);
        map.ScaleWidth.Should().BeInRange(1, map.Width);
    }

    [Test]
    public void A_city_on_both_sides_of_the_antimeridian_stays_together()
    {
        var map = PositionMap.Of([At(-16.8, 179.9), At(-16.8, -179.9), At(-16.7, 180), At(-16.9, -180)])!;

        map.West.Should().BeInRange(179, 180);
        map.East.Should().BeInRange(-180, -179);
        map.Open.Should().HaveCount(4).And.OnlyContain(p => p.X >= 0 && p.X <= map.Width && p.Y >= 0 && p.Y <= map.Height);
        map.Open[0].X.Should().BeLessThan(map.Open[1].X);
        map.ScaleMetres.Should().BeLessThan(50_000);
    }

    [Test]
    public void North_is_up_and_east_is_right()
    {
        var map = PositionMap.Of([At(41.60, -70.70), At(41.70, -70.60)])!;

        map.Open[0].X.Should().BeLessThan(map.Open[1].X);
        map.Open[0].Y.Should().BeGreaterThan(map.Open[1].Y);
        // A degree of longitude is a third shorter than one of latitude there.
        ((double)map.Width / map.Height).Should().BeApproximately(Math.Cos(41.65 * Math.PI / 180), 0.02);
    }

    [Test]
    public void One_that_lies_far_away_does_not_shrink_the_city_to_a_dot()
    {
        var city = Enumerable.Range(0, 100).Select(n => At(41.6 + (n % 10 * 0.01), -70.7 + (n / 10 * 0.01)));

        var map = PositionMap.Of([.. city, At(10, 10)])!;

        (map.Beyond, map.Open.Count).Should().Be((1, 100));
        (map.North - map.South).Should().BeLessThan(0.2);
    }

    [TestCase(91, 10)]
    [TestCase(41, 181)]
    [TestCase(double.NaN, 10)]
    [TestCase(0, 0)]
    public void What_is_no_position_is_counted_and_not_drawn(double lat, double @long)
    {
        var map = PositionMap.Of([At(41.6, -70.7), At(lat, @long)])!;

        (map.Unsound, map.Open.Count).Should().Be((1, 1));
    }

    [Test]
    public void Open_and_closed_ones_are_told_apart()
    {
        var map = PositionMap.Of([At(41.6, -70.7), At(41.61, -70.71) with { IsClosed = true }])!;

        (map.Open.Count, map.Closed.Count).Should().Be((1, 1));
    }

    [TestCase(89.999)]
    [TestCase(-90)]
    public void Poles_are_places_too(double lat)
    {
        var map = PositionMap.Of([At(lat, 10), At(lat, 11)])!;

        map.Open.Should().OnlyContain(p => p.X >= 0 && p.X <= map.Width && p.Y >= 0 && p.Y <= map.Height);
        double.IsFinite(map.ScaleWidth).Should().BeTrue();
    }

    static SeenRequest At(double lat, double @long) => new()
    {
        Id = "1",
        HasCoordinates = true,
        Position = Math.Abs(lat) <= 90 && Math.Abs(@long) <= 180 ? (lat, @long) : null,
    };

    static SeenRequest Unplaced(bool hasText) => new() { Id = "2", HasCoordinates = hasText };
}
