using System.Globalization;

namespace Open311.Conformance.Exchanges;

/// <summary>What a request says it takes.</summary>
internal static class Accepted
{
    /// <summary>Whether the request asks for a content coding. The probe asks for none of its own accord.</summary>
    public static bool Coding(ProbeRequest request, string coding)
    {
        var asked = request.Headers
            .Where(h => h.Name.Equals("Accept-Encoding", StringComparison.OrdinalIgnoreCase))
            .SelectMany(h => h.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Select(member => member.Split(';', StringSplitOptions.TrimEntries))
            .ToList();
        var name = coding.StartsWith("x-", StringComparison.OrdinalIgnoreCase) ? coding[2..] : coding;
        var entry = asked.FirstOrDefault(parts => parts[0].Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? asked.FirstOrDefault(parts => parts[0] == "*");
        return entry is not null && !entry.Skip(1).Any(IsRefusal);
    }

    static bool IsRefusal(string parameter) =>
        parameter.StartsWith("q=", StringComparison.OrdinalIgnoreCase)
        && double.TryParse(parameter.AsSpan(2), CultureInfo.InvariantCulture, out var weight)
        && weight == 0;
}
