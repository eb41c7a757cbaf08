using System.Globalization;

namespace Open311.Mock.Disturbances;

/// <summary>How long answers take: <c>fixed:50</c>, <c>uniform:20-200</c> or <c>lognormal:80,0.5</c> (median and sigma), in milliseconds.</summary>
public sealed record Latency
{
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    readonly LatencyKind kind;
    readonly double first;
    readonly double second;

    Latency(LatencyKind kind, double first, double second)
    {
        this.kind = kind;
        this.first = first;
        this.second = second;
    }

    /// <summary>Reads a distribution.</summary>
    /// <param name="text">Such as <c>uniform:20-200</c>; a bare number is a fixed latency.</param>
    /// <exception cref="DisturbanceException">It cannot be read.</exception>
    public static Latency Parse(string text)
    {
        var parts = text.Trim().Split(':', 2);
        var (name, values) = parts.Length == 2 ? (parts[0].ToLowerInvariant(), parts[1]) : ("fixed", parts[0]);
        return name switch
        {
            "fixed" when Number(values) is { } milliseconds => new(LatencyKind.Fixed, milliseconds, 0),
            "uniform" when values.Split('-') is [var low, var high] && Number(low) is { } from && Number(high) is { } to && from <= to => new(LatencyKind.Uniform, from, to),
            "lognormal" when values.Split(',') is [var median, var deviation] && Number(median) is > 0 and { } middle && Number(deviation) is <= 5 and { } sigma => new(LatencyKind.LogNormal, middle, sigma),
            _ => throw new DisturbanceException($"The latency '{text}' cannot be read; expected fixed:50, uniform:20-200 or lognormal:80,0.5, in milliseconds up to 300000."),
        };
    }

    internal TimeSpan Next(Dice dice)
    {
        var milliseconds = kind switch
        {
            LatencyKind.Uniform => first + ((second - first) * dice.Next()),
            LatencyKind.LogNormal => first * Math.Exp(second * dice.NextNormal()),
            _ => first,
        };
        return TimeSpan.FromMilliseconds(Math.Min(milliseconds, Longest.TotalMilliseconds));
    }

    /// <inheritdoc/>
    public override string ToString() => kind switch
    {
        LatencyKind.Uniform => string.Create(CultureInfo.InvariantCulture, $"uniform:{first}-{second}"),
        LatencyKind.LogNormal => string.Create(CultureInfo.InvariantCulture, $"lognormal:{first},{second}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"fixed:{first}"),
    };

    static double? Number(string text) =>
        double.TryParse(text.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number <= Longest.TotalMilliseconds ? number : null;
}
