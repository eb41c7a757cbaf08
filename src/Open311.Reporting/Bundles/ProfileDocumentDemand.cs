namespace Open311.Reporting.Bundles;

/// <summary>A demand on a class or on a requirement.</summary>
sealed record ProfileDocumentDemand(string Duty, string? Class, string? Requirement);
