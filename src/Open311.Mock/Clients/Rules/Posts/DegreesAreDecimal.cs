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
                    draft => draft.Set(name, Mended(text, most) ?? (name == "lat" ? HasLocation.Middle(call).Lat : HasLocation.Middle(call).Long)));
            }
        }

        return Clients.Look.Met;
    }

    static string? Mended(string text, decimal most) => text.Replace(',', '.') is var point && Fits(point, most) ? point : null;

    static bool Fits(string text, decimal most) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) <= most;
}
