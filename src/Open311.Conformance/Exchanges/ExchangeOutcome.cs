namespace Open311.Conformance.Exchanges;

/// <summary>How an exchange ended.</summary>
public enum ExchangeOutcome
{
    /// <summary>A whole answer arrived.</summary>
    Answered,

    /// <summary>An answer began but its framing or coding is broken: short, over-announced, bad chunk, undecodable.</summary>
    Broken,

    /// <summary>The connection was closed instead of an answer.</summary>
    NoAnswer,

    /// <summary>The answer exceeded a limit of the probe in size or header length and was cut there.</summary>
    TooLarge,

    /// <summary>The time limit passed.</summary>
    TimedOut,

    /// <summary>The host name does not resolve.</summary>
    NameNotResolved,

    /// <summary>The connection was refused or unreachable.</summary>
    ConnectionRefused,

    /// <summary>No TLS session could be made.</summary>
    TlsFailed,

    /// <summary>A replayed run holds no such exchange.</summary>
    NotRecorded,
}
