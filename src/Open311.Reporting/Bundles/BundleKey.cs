using System.Security.Cryptography;

namespace Open311.Reporting.Bundles;

/// <summary>A public key that signatures are checked with.</summary>
public sealed class BundleKey : IDisposable
{
    readonly ECDsa key;

    BundleKey(ECDsa key)
    {
        this.key = key;
        Id = EcdsaKey.Id(key);
    }

    /// <summary>SHA-256, in hexadecimal, over the public key in DER.</summary>
    public string Id { get; }

    /// <summary>Reads a public key; of a private one its public part is taken.</summary>
    /// <exception cref="BundleException">It is no such key.</exception>
    public static BundleKey FromPem(string pem) => new(EcdsaKey.Read(pem));

    /// <inheritdoc/>
    public void Dispose() => key.Dispose();

    internal bool Signed(byte[] statement, byte[] signature) =>
        key.VerifyData(DsseEnvelope.Signed(statement), signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
}
