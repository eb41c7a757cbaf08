using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Open311.Conformance.Exchanges;

/// <summary>Says what is wrong with a certificate.</summary>
internal static class CertificateProblem
{
    /// <summary>A sentence, or null when nothing is wrong.</summary>
    public static string? Describe(X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None)
            return null;

        var parts = new List<string>();
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable))
            parts.Add("the server presents none");
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
            parts.Add($"it was issued for another host ({certificate?.Subject})");
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors))
            parts.AddRange((chain?.ChainStatus ?? []).Select(Explain).Distinct());
        return $"The certificate of the server is not valid: {string.Join("; ", parts)}.";

        string Explain(X509ChainStatus status) => status.Status switch
        {
            X509ChainStatusFlags.NotTimeValid => $"it is valid from {certificate?.GetEffectiveDateString()} to {certificate?.GetExpirationDateString()} only",
            X509ChainStatusFlags.UntrustedRoot => "its issuer is not trusted",
            X509ChainStatusFlags.PartialChain => "its chain of issuers is incomplete",
            _ => status.StatusInformation.TrimEnd('.', ' ', '\n', '\r') is { Length: > 0 } said ? said : status.Status.ToString(),
        };
    }
}
