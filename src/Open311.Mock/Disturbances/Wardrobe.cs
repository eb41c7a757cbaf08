using System.Collections.Concurrent;
using Open311.Mock.Alterations;
using Open311.Mock.Alterations.Behaviour;
using Open311.Mock.Cities;
using Open311.Mock.Faults;
using Open311.Mock.Running;

namespace Open311.Mock.Disturbances;

/// <summary>The guises of a city: its own, and its own with faults of one call on top.</summary>
/// <param name="altered">The alterations of the whole run.</param>
/// <param name="running">The city.</param>
internal sealed class Wardrobe(AlteredCity altered, RunningCity running)
{
    const int Most = 256;

    readonly Lazy<FaultCatalog> faults = new(FaultCatalog.Load);
    readonly ConcurrentDictionary<string, Guise> others = new();

    City? dressed;
    Guise? own;

    /// <summary>The city's own guise, made anew when the city changes: what was written of it before is no longer right.</summary>
    public Guise Own
    {
        get
        {
            var current = own;
            if (current is not null && ReferenceEquals(dressed, running.City))
                return current;
            others.Clear();
            dressed = running.City;
            return own = new Guise(altered, running.Rules);
        }
    }

    /// <summary>The city with faults on top of its own.</summary>
    /// <exception cref="DisturbanceException">There is no such fault, or it concerns data that is there already.</exception>
    public Guise With(IEnumerable<string> ids)
    {
        string[] wanted = [.. ids];
        if (wanted.Length == 0)
            return Own;
        var plain = Own;
        var key = string.Join(',', wanted);
        if (others.TryGetValue(key, out var known))
            return known;
        var more = wanted.SelectMany(id => Find(id).Alterations()).ToArray();
        var guise = new Guise(plain.Altered.With(more), new AlteredCity(more).Change(plain.Rules));
        if (others.Count >= Most)
            others.Clear();
        return others[key] = guise;
    }

    /// <summary>Whether a fault can be given to single calls.</summary>
    /// <exception cref="DisturbanceException">It cannot; the message says why.</exception>
    public Fault Find(string id)
    {
        var fault = faults.Value.All.FirstOrDefault(f => f.Id == id)
            ?? throw new DisturbanceException($"There is no fault '{string.Concat(id.Take(60).Where(c => !char.IsControl(c)))}'; 'open311 faults' lists them.");
        return fault.City is null && !fault.Alterations().Any(a => a is SetCity)
            ? fault
            : throw new DisturbanceException($"The fault '{fault.Id}' changes the city's data, so it can be given for a whole run only: open311 mock --fault {fault.Id}.");
    }
}
