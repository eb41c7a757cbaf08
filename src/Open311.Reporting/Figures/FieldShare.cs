namespace Open311.Reporting.Figures;

/// <summary>How many requests have a field.</summary>
/// <param name="Field">Its key among the texts.</param>
/// <param name="Count">How many have it.</param>
/// <param name="Of">Of how many.</param>
public sealed record FieldShare(string Field, int Count, int Of);
