namespace Open311.Reporting.Bundles;

/// <summary>Checks the signature of a bundle.</summary>
static class SignatureReader
{
    public static SignatureCheck Check(OpenedBundle bundle, BundleKey? key)
    {
        if (!bundle.Members.TryGetValue(BundleMember.Signature, out var signature))
            return key is null ? SignatureCheck.None : new(false, false, "The bundle is not signed, so that no key can show who wrote it.");
        try
        {
            var envelope = BundleJson.Read<DsseEnvelope>(BundleMember.Signature, signature);
            var statement = Convert.FromBase64String(envelope.Payload);
            if (envelope.PayloadType != DsseEnvelope.InToto || envelope.Signatures is not [var only])
                return new(true, false, "The signature is not one of an in-toto statement in a DSSE envelope.");
            if (!IsAbout(statement, bundle))
                return new(true, false, "What was signed is not this bundle: the signed statement names another manifest or other findings.");
            if (key is null)
                return new(true, null, $"The bundle is signed by the key {only.Keyid}; give the signer's public key by --key to check it.");
            if (key.Signed(statement, Convert.FromBase64String(only.Sig)))
                return new(true, only.Keyid == key.Id, only.Keyid == key.Id ? $"The signature is that of the key {key.Id}." : "The signature names another key than the one that made it.");
            return new(true, false, only.Keyid == key.Id
                ? "The signature does not fit what was signed: the statement or the signature was altered."
                : $"The bundle was signed by another key ({only.Keyid}) than the one given ({key.Id}).");
        }
        catch (FormatException)
        {
            return new(true, false, "The signature is not written in base64.");
        }
        catch (BundleException e)
        {
            return new(true, false, e.Message);
        }
    }

    static bool IsAbout(byte[] statement, OpenedBundle bundle) =>
        bundle.Manifest is { } manifest
        && bundle.Members.TryGetValue(BundleMember.Findings, out var findings)
        && statement.AsSpan().SequenceEqual(TestResultStatement.Of(bundle.Members[BundleMember.Manifest], manifest, findings));
}
