using System.Globalization;

namespace Open311.Mock.Clients.Rules.Posts;

/// <summary>lat and long are decimal degrees.</summary>
internal sealed class DegreesAreDecimal() : ClientRule("CLI-POST-009", RuleScope.Body)
{
    public override Look Look(ClientCall call)
    {
        if (!call.IsReport || (call.Value("lat") is null && call.Value("long") is null))
            return Clients.Look.Away;
        foreach (var (name, most) in new[] { ("lat", 90m), ("long", 180m) })
        {
            if (call.Value(name) is { } text && !Fits(text, most))
            {
                return Clients.Look.Broken(
                    $"{name}={Shown(text)}.",
                    $"{name} in decimal degrees from -{most} to {most}, with a point.",
                    draft => Mend(draft, call));
            }
        }

        return Clients.Look.Met;
    }

    static void Mend(CallDraft draft, ClientCall call)
    {
        var (lat, lon) = HasLocation.Middle(call);
        if (call.Value("lat") is { } sentLat)
            draft.Set("lat", Fits(sentLat, 90) ? sentLat : Mended(sentLat, 90) ?? lat);
        if (call.Value("long") is { } sentLong)
            draft.Set("long", Fits(sentLong, 180) ? sentLong : Mended(sentLong, 180) ?? lon);
    }

    static string? Mended(string text, decimal most) => text.Replace(',', '.') is var point && Fits(point, most) ? point : null;

    static bool Fits(string text, decimal most) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) <= most;
}
