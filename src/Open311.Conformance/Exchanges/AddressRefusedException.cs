namespace Open311.Conformance.Exchanges;

/// <summary>The rule of the probe lets it connect to none of the addresses of a name.</summary>
internal sealed class AddressRefusedException(string message) : IOException(message);
