namespace Open311.Reporting.Bundles;

/// <summary>One signature of an envelope.</summary>
/// <param name="Keyid">Names the key.</param>
/// <param name="Sig">DER, in base64.</param>
sealed record DsseSignature(string Keyid, string Sig);
