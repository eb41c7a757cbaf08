using Open311.Mock.Cities;

namespace Open311.Mock.Life;

/// <summary>Decides what will happen to a service request, by the rules of its city.</summary>
internal static class LifePlanner
{
    /// <summary>Plans the course of a request.</summary>
    /// <param name="city">The city, whose rules hold where the service has none.</param>
    /// <param name="service">The service requested.</param>
    /// <param name="listed">When the request gets its id.</param>
    /// <param name="random">Decides what the rules leave open.</param>
    public static IReadOnlyList<LifeEvent> Plan(City city, Service service, DateTimeOffset listed, Random random)
    {
        var events = new List<LifeEvent>();
        var (at, closed) = (listed, false);
        foreach (var rule in service.Life ?? city.Life)
        {
            // Drawn in any case, so that one rule's outcome does not shift the luck of the next.
            var (chance, wait, pick) = (random.NextDouble(), random.NextDouble(), random.Next());
            if (rule.FromClosed != closed || chance >= rule.Share || (rule.ToClosed && !city.Requests.Closed))
                continue;
            at += rule.After + ((rule.Until - rule.After) * wait * wait);
            closed = rule.ToClosed;
            events.Add(new LifeEvent(Whole(at) is var whole && whole < listed ? listed : whole, closed, Note(rule, service, pick)));
        }

        return events.ToArray();
    }

    static string Note(LifeRule rule, Service service, int pick)
    {
        var notes = rule.Notes.Count > 0 || !rule.ToClosed ? rule.Notes : service.ClosingNotes;
        return notes.Count > 0 ? notes[pick % notes.Count] : rule.ToClosed ? "Closed." : "Updated.";
    }

    static DateTimeOffset Whole(DateTimeOffset time) => new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
}
