namespace Open311.Conformance.Walking;

/// <summary>How far a walk goes.</summary>
/// <param name="Pages">Windows of dates that are asked for, further and further back; 0 for none.</param>
/// <param name="Singles">Requests that are asked for one by one.</param>
/// <param name="Codes">Services whose requests are listed.</param>
public sealed record WalkBounds(int Pages = 4, int Singles = 10, int Codes = 10);
