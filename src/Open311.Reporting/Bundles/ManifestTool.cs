namespace Open311.Reporting.Bundles;

/// <summary>What judged.</summary>
/// <param name="Name"><c>open311</c>.</param>
/// <param name="Version">Its version, with the commit it was built from where that is known.</param>
/// <param name="Build">Names the build: two tools with the same judge alike and write the same reports.</param>
sealed record ManifestTool(string Name, string Version, string Build);
