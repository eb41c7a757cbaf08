using System.Globalization;

namespace Open311.SampleCity;

/// <summary>The data.</summary>
sealed class Town
{
    /// <summary>Who may post.</summary>
    public const string Key = "sample-key";

    readonly Lock gate = new();
    readonly List<Report> reports = [];
    readonly TimeProvider clock;

    public Town(TimeProvider clock)
    {
        this.clock = clock;
        var now = clock.GetUtcNow();
        for (var number = 0; number < 60; number++)
        {
            var requested = Whole(now.AddHours(-30 - (number * 73)));
            Add(Services[number % 3], $"Seen on the way to work, no. {number}", 52.50m + (number * 0.001m), 13.40m, $"{number + 1} Main Street", requested, number % 2 == 0 ? null : requested.AddHours(20));
        }
    }

    public IReadOnlyList<Service> Services { get; } =
    [
        new("1", "Pothole", "Holes in streets", "How deep is it?"),
        new("2", "Street light", "Lamps that are dark"),
        new("3", "Litter", "Bins that overflow"),
    ];

    public DateTimeOffset Now => clock.GetUtcNow();

    public IReadOnlyList<Report> Reports
    {
        get
        {
            lock (gate)
                return [.. reports.OrderByDescending(r => r.Requested)];
        }
    }

    public Report Add(Service service, string description, decimal? lat, decimal? lon, string? address, DateTimeOffset? requested = null, DateTimeOffset? closed = null)
    {
        lock (gate)
        {
            var id = (1000 + reports.Count).ToString(CultureInfo.InvariantCulture);
            var report = new Report(id, service, description, lat, lon, address, requested ?? Whole(Now), closed);
            reports.Add(report);
            return report;
        }
    }

    static DateTimeOffset Whole(DateTimeOffset instant) => DateTimeOffset.FromUnixTimeSeconds(instant.ToUnixTimeSeconds());
}
