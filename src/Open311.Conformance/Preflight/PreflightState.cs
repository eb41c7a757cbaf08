namespace Open311.Conformance.Preflight;

/// <summary>What was found before any verdict exists.</summary>
public enum PreflightState
{
    /// <summary>The endpoint answers as a GeoReport v2 endpoint: the run can start.</summary>
    Ready,

    /// <summary>The host name does not resolve.</summary>
    NameNotResolved,

    /// <summary>Nothing listens there.</summary>
    ConnectionRefused,

    /// <summary>The time limit passed.</summary>
    TimedOut,

    /// <summary>No TLS session could be made.</summary>
    TlsFailed,

    /// <summary>Redirects loop or lead elsewhere.</summary>
    RedirectLoop,

    /// <summary>No resource here, but a neighbouring base path works, or none does.</summary>
    WrongBasePath,

    /// <summary>An HTML page instead of data.</summary>
    HtmlInsteadOfData,

    /// <summary>Reads are refused (401, 403) and no key was given, or the one given does not help.</summary>
    AccessRefused,

    /// <summary>Too many requests, beyond what may be waited for.</summary>
    RateLimited,

    /// <summary>A GeoReport v1 endpoint.</summary>
    LegacyV1,

    /// <summary>A jurisdiction id is needed and none was given.</summary>
    JurisdictionNeeded,

    /// <summary>The jurisdiction id given is not known there.</summary>
    JurisdictionUnknown,

    /// <summary>The server is in trouble (5xx) or breaks off.</summary>
    ServerTrouble,

    /// <summary>Something answers, but nothing that can be read as Open311.</summary>
    NotOpen311,
}
