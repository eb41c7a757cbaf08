using System.Globalization;

namespace Open311.Mock.Clients.Rules.Posts;

/// <summary>The code that was probably meant: the same number, or the same text in another letter case, or the name of a service.</summary>
internal static class NearCode
{
    public static string? To(string code, ClientCall call)
    {
        var offered = call.City.City.Services.Where(s => call.Jurisdiction is not { } j || s.Jurisdictions.Contains(j)).ToArray();
        return offered.FirstOrDefault(s => s.Code.Equals(code, StringComparison.OrdinalIgnoreCase)
            || s.Name.Equals(code, StringComparison.OrdinalIgnoreCase)
            || (Number(s.Code) is { } number && number == Number(code)))?.Code;
    }

    static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}
