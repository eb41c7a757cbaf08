namespace Open311.Reporting.Bundles;

/// <summary>What was judged by.</summary>
/// <param name="Name">Such as <c>georeport-v2/2026-1</c>.</param>
/// <param name="Sha256">Over requirements, shapes, cases and profiles.</param>
sealed record ManifestSet(string Name, string Sha256);
