namespace Open311.Reporting.Bundles;

/// <summary>A member and what it must be.</summary>
/// <param name="Name">Its name in the zip.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Sha256">In lower-case hexadecimal.</param>
sealed record ManifestMember(string Name, long Size, string Sha256);
