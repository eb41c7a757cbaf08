using System.Globalization;

namespace Open311.Mock.Disturbances;

/// <summary>
/// One thing to go wrong: the id of a fault, <c>status=503</c>, <c>delay=500</c> (milliseconds), <c>dribble=200</c> (bytes a second),
/// <c>drop</c> or <c>truncate</c>; <c>@0.2</c> behind it lets it happen to one answer in five.
/// </summary>
/// <param name="Kind">What it is.</param>
/// <param name="Fault">The id of the fault; empty for others.</param>
/// <param name="Amount">Status, milliseconds or bytes a second; 0 for others.</param>
/// <param name="Chance">From 0 to 1.</param>
internal sealed record Disturbance(DisturbanceKind Kind, string Fault, int Amount, double Chance)
{
    const string Expected = "expected the id of a fault ('open311 faults' lists them), status=200 to 599, delay=MILLISECONDS, dribble=BYTES_PER_SECOND, drop or truncate, perhaps with a chance such as @0.2 behind it";

    /// <exception cref="DisturbanceException">It cannot be read.</exception>
    public static Disturbance Parse(string text)
    {
        var trimmed = text.Trim();
        var at = trimmed.LastIndexOf('@');
        var chance = 1.0;
        if (at >= 0 && !(double.TryParse(trimmed[(at + 1)..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out chance) && chance <= 1))
            throw Unreadable(text);
        var parts = (at < 0 ? trimmed : trimmed[..at]).Split('=', 2);
        return (parts[0].ToLowerInvariant(), parts.Length == 2 ? Number(parts[1]) : null) switch
        {
            ("status", >= 200 and <= 599 and var status) => new(DisturbanceKind.Status, "", status, chance),
            ("delay", <= 300_000 and var delay) => new(DisturbanceKind.Delay, "", delay, chance),
            ("dribble", > 0 and var rate) => new(DisturbanceKind.Dribble, "", rate, chance),
            ("dribble", null) when parts.Length == 1 => new(DisturbanceKind.Dribble, "", 200, chance),
            ("drop", null) when parts.Length == 1 => new(DisturbanceKind.Drop, "", 0, chance),
            ("truncate", null) when parts.Length == 1 => new(DisturbanceKind.Truncate, "", 0, chance),
            ({ Length: > 0 } id, null) when parts.Length == 1 && id is not ("status" or "delay") => new(DisturbanceKind.Fault, id, 0, chance),
            _ => throw Unreadable(text),
        };
    }

    public override string ToString()
    {
        var name = Kind switch
        {
            DisturbanceKind.Fault => Fault,
            DisturbanceKind.Drop or DisturbanceKind.Truncate => Kind.ToString().ToLowerInvariant(),
            _ => $"{Kind.ToString().ToLowerInvariant()}={Amount.ToString(CultureInfo.InvariantCulture)}",
        };
        return Chance < 1 ? string.Create(CultureInfo.InvariantCulture, $"{name}@{Chance}") : name;
    }

    static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var amount) ? amount : null;

    static DisturbanceException Unreadable(string text)
    {
        var shown = string.Concat(text.Take(60).Select(c => char.IsControl(c) ? ' ' : c));
        return new DisturbanceException($"The fault '{shown}' cannot be read; {Expected}.");
    }
}
