using Open311.Conformance.Findings;

namespace Open311.Reporting.Figures;

/// <summary>What the requests that a run saw say about the data of a city.</summary>
/// <param name="Seen">How many different service requests were seen.</param>
/// <param name="Closed">Of these, how many are closed.</param>
/// <param name="Fields">How many of them have each field.</param>
/// <param name="TimesToClose">Of closed requests with both times, sorted.</param>
/// <param name="Map">Where they are; null when none has a sound position.</param>
public sealed record DataFigures(int Seen, int Closed, IReadOnlyList<FieldShare> Fields, IReadOnlyList<TimeSpan> TimesToClose, PositionMap? Map)
{
    /// <summary>Upper ends of the periods that times to close are sorted into, in days; the last period has none.</summary>
    public static IReadOnlyList<int> Periods { get; } = [1, 7, 30, 90];

    /// <summary>The figures of a run; null when it saw no service request.</summary>
    public static DataFigures? In(RunReport report)
    {
        var seen = SeenRequests.In(report);
        if (seen.Count == 0)
            return null;
        var closed = seen.Count(r => r.IsClosed);
        return new DataFigures(
            seen.Count,
            closed,
            [
                new FieldShare("coordinates", seen.Count(r => r.HasCoordinates), seen.Count),
                new FieldShare("address", seen.Count(r => r.HasAddress), seen.Count),
                new FieldShare("description", seen.Count(r => r.HasDescription), seen.Count),
                new FieldShare("photo", seen.Count(r => r.HasPhoto), seen.Count),
                new FieldShare("notes", seen.Count(r => r.IsClosed && r.HasStatusNotes), closed),
            ],
            [.. seen.Select(r => r.TimeToClose).OfType<TimeSpan>().Order()],
            PositionMap.Of(seen));
    }

    /// <summary>How many requests were closed within each period.</summary>
    public IReadOnlyList<int> ClosedWithin()
    {
        var counts = new int[Periods.Count + 1];
        foreach (var time in TimesToClose)
        {
            var period = Periods.TakeWhile(days => time > TimeSpan.FromDays(days)).Count();
            counts[period]++;
        }

        return counts;
    }
}
