using System.Globalization;
using System.Text;

namespace Open311.Reporting.Bundles;

/// <summary>An envelope of the Dead Simple Signing Envelope protocol, version 1.</summary>
sealed record DsseEnvelope(string PayloadType, string Payload, IReadOnlyList<DsseSignature> Signatures)
{
    public const string InToto = "application/vnd.in-toto+json";

    /// <summary>The bytes that are signed: the payload's type and the payload, each after its length.</summary>
    public static byte[] Signed(byte[] payload) =>
        [.. Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"DSSEv1 {InToto.Length} {InToto} {payload.Length} ")), .. payload];
}
