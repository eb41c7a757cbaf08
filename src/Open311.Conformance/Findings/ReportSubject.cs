namespace Open311.Conformance.Findings;

/// <summary>Whom a report is about.</summary>
public enum ReportSubject
{
    /// <summary>An endpoint, judged by what it answers.</summary>
    Endpoint,

    /// <summary>Clients, judged by what they ask.</summary>
    Client,
}
