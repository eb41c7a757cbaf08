using Open311.Mock.Disturbances;

namespace Open311.Mock.Serving;

/// <summary>Does to a finished answer what was ordered.</summary>
internal static class Disturber
{
    public static WireAnswer Disturb(WireAnswer answer, IReadOnlyList<Disturbance> ordered)
    {
        foreach (var disturbance in ordered)
        {
            answer = disturbance.Kind switch
            {
                DisturbanceKind.Status when disturbance.Amount is 429 or 503 => answer.WithHeader("Retry-After", "1"),
                DisturbanceKind.Status when disturbance.Amount < 400 => answer with { Status = disturbance.Amount },
                DisturbanceKind.Delay => answer with { Delay = answer.Delay + TimeSpan.FromMilliseconds(disturbance.Amount) },
                DisturbanceKind.Dribble => answer with { BytesPerSecond = disturbance.Amount },
                DisturbanceKind.Drop => answer with { Framing = Framing.None },
                DisturbanceKind.Truncate => answer with { Framing = Framing.Short, Body = answer.Body[..(answer.Body.Length / 2)] },
                _ => answer,
            };
        }

        return answer;
    }
}
