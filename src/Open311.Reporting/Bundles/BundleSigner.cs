using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Open311.Reporting.Bundles;

/// <summary>Signs statements with an ECDSA P-256 key, in a DSSE envelope.</summary>
public sealed class BundleSigner : IDisposable
{
    readonly ECDsa key;

    BundleSigner(ECDsa key) => this.key = key;

    /// <summary>Reads a private key.</summary>
    /// <param name="pem">PKCS #8 or SEC 1, not encrypted.</param>
    /// <exception cref="BundleException">It is no such key; the message is a sentence without the key.</exception>
    public static BundleSigner FromPem(string pem)
    {
        var key = EcdsaKey.Read(pem);
        try
        {
            key.ExportParameters(includePrivateParameters: true);
            return new BundleSigner(key);
        }
        catch (CryptographicException e)
        {
            key.Dispose();
            throw new BundleException("The key file holds a public key only; a private one is needed to sign.", e);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => key.Dispose();

    internal byte[] Sign(byte[] statement) => BundleJson.Write(new DsseEnvelope(
        DsseEnvelope.InToto,
        Convert.ToBase64String(statement),
        [new DsseSignature(EcdsaKey.Id(key), Convert.ToBase64String(key.SignData(DsseEnvelope.Signed(statement), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)))]));
}
