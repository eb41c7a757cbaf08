namespace Open311.Reporting.Bundles;

/// <summary>The profile that was asked for; the member <c>profile.json</c> holds what it demands.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Met">Whether the run meets it; null when that could not be told.</param>
sealed record ManifestProfile(string Name, bool? Met);
