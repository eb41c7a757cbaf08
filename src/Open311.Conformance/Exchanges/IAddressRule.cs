using System.Net;

namespace Open311.Conformance.Exchanges;

/// <summary>Which addresses a probe may connect to. It is asked with every address a name resolves to, at every connection, those after redirects included.</summary>
public interface IAddressRule
{
    /// <summary>Why the address is not connected to, in a sentence; null when it is.</summary>
    /// <param name="address">What the name resolved to.</param>
    /// <param name="port">The port.</param>
    string? Refusal(IPAddress address, int port);
}
