using System.Text.Json;
using Open311.Mock.Cities;
using Open311.Mock.Running;
using Open311.Mock.Store;

namespace Open311.Mock.Persistence;

/// <summary>Reads a written state and refuses what a city could not have written.</summary>
internal static class StateReader
{
    const decimal Century = 100m * 365 * 24 * 3600;

    /// <exception cref="CityException">The bytes are no state, or not one of this city.</exception>
    public static (StoreContent Content, ClockSetting Clock) Read(ReadOnlySpan<byte> bytes, City city)
    {
        var state = Parse(bytes);
        if (state.Schema != CityState.CurrentSchema)
            throw new CityException($"The snapshot says schema '{state.Schema}', and this city reads {CityState.CurrentSchema}. Take it with the same version of open311.");
        if (state.City != city.Name)
            throw new CityException($"The snapshot is of the city '{state.City}', and this is '{city.Name}'. Restore it into the city it was taken of.");
        return (Content("The snapshot", state.Requests, state.Next, city), Clock("The snapshot", state.Clock));
    }

    /// <exception cref="CityException">A request could not have been written, or two cannot be told apart.</exception>
    public static StoreContent Content(string source, IReadOnlyList<RequestState> states, long next, City city)
    {
        var services = new ServiceDirectory(city);
        var sequences = new HashSet<long>();
        var ids = new HashSet<(string, string)>();
        var tokens = new HashSet<(string, string)>();
        var requests = new ServiceRequest[states.Count];
        for (var i = 0; i < requests.Length; i++)
        {
            if ((states[i] is { } state ? Problem(state) : "it is null") is { } problem)
                throw Bad(source, i, problem);
            if (!sequences.Add(states[i].Sequence) || states[i].Sequence >= next)
                throw Bad(source, i, "its sequence is not its own or not below 'next'");
            requests[i] = StateMapper.Read(states[i], services);
            if (requests[i] is { Id.Length: > 0 } r && !ids.Add((r.Jurisdiction, r.Id)))
                throw Bad(source, i, "its id occurs twice");
            if (requests[i] is { Token.Length: > 0 } t && !tokens.Add((t.Jurisdiction, t.Token)))
                throw Bad(source, i, "its token occurs twice");
        }

        return new StoreContent(requests, next);
    }

    /// <exception cref="CityException">The clock stands outside the years it can show.</exception>
    public static ClockSetting Clock(string source, ClockState? clock) =>
        clock is { AheadSeconds: > -Century * 19 and < Century * 60, Frozen: null or { Year: >= 3 and < 9980 } }
            ? StateMapper.Read(clock)
            : throw new CityException($"{source} cannot be taken over: its clock is missing or stands outside the years it can show.");

    static CityState Parse(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return JsonSerializer.Deserialize(bytes, StateJson.Default.CityState)
                ?? throw new CityException("The snapshot holds null, not the state of a city.");
        }
        catch (JsonException e)
        {
            throw new CityException($"This is not a snapshot of a city: {e.Message.TrimEnd('.')}.", e);
        }
    }

    static string? Problem(RequestState s) => s switch
    {
        { Jurisdiction: null or "" } => "'jurisdiction' is missing",
        { ServiceCode: null or "" } => "'service_code' is missing",
        { ServiceName: null } => "'service_name' is missing",
        { Sequence: < 0 } => "'sequence' is negative",
        { Lat: < -90 or > 90 } or { Long: < -180 or > 180 } => "its coordinates are not on earth",
        { Lat: null, Long: not null } or { Lat: not null, Long: null } => "it has half a coordinate",
        { Requested.Year: > 9979 } or { Listed.Year: > 9979 } => "its dates lie beyond the year 9979",
        _ when s.Listed < s.Requested => "'listed' lies before 'requested'",
        _ => CourseProblem(s) ?? ValuesProblem(s.Attributes, "attributes") ?? ValuesProblem(s.Contact, "contact"),
    };

    static string? CourseProblem(RequestState s)
    {
        var last = s.Requested;
        foreach (var happening in s.Course ?? [])
        {
            if (happening is not { Status: "open" or "closed" })
                return "'course' has an event that is neither open nor closed";
            if (happening.At < last)
                return "'course' is not in order of time";
            last = happening.At;
        }

        return null;
    }

    static string? ValuesProblem(IReadOnlyList<ValuesState>? values, string name) =>
        values is not null && values.Any(v => v?.Name is null || v.Values is null || v.Values.Contains(null!)) ? $"'{name}' has an entry without name or values" : null;

    static CityException Bad(string source, int index, string problem) => new($"{source} cannot be taken over: of its request number {index + 1}, {problem}.");
}
