using System.Security.Cryptography;

namespace Open311.Reporting.Bundles;

/// <summary>Reads ECDSA P-256 keys from PEM.</summary>
static class EcdsaKey
{
    const string P256 = "1.2.840.10045.3.1.7";

    /// <exception cref="BundleException">It is none.</exception>
    public static ECDsa Read(string pem)
    {
        var key = ECDsa.Create();
        try
        {
            if (pem.Contains("ENCRYPTED", StringComparison.Ordinal))
                throw new BundleException("The key file is encrypted; give one that is not, such as 'openssl pkey -in KEY.pem -out PLAIN.pem' writes.");
            key.ImportFromPem(pem);
            if (key.ExportParameters(includePrivateParameters: false).Curve.Oid is not { } curve || (curve.Value ?? Oid.FromFriendlyName(curve.FriendlyName!, OidGroup.All).Value) != P256)
                throw new BundleException("The key is not on the curve P-256; make one by 'openssl ecparam -name prime256v1 -genkey -noout -out KEY.pem'.");
            return key;
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException)
        {
            key.Dispose();
            throw new BundleException("The key file holds no ECDSA key in PEM; make one by 'openssl ecparam -name prime256v1 -genkey -noout -out KEY.pem'.", e);
        }
        catch (BundleException)
        {
            key.Dispose();
            throw;
        }
    }

    public static string Id(ECDsa key) => ManifestWriter.Hash(key.ExportSubjectPublicKeyInfo());
}
