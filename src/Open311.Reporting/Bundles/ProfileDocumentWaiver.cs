namespace Open311.Reporting.Bundles;

/// <summary>A waiver.</summary>
sealed record ProfileDocumentWaiver(string Requirement, string Owner, string Reason, DateOnly Expires);
