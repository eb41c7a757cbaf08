namespace Open311.Reporting.Bundles;

/// <summary>A name and a value, in an order that counts.</summary>
sealed record ManifestPair(string Name, string Value);
