using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Open311.Mock.Serving;
using Open311.Reporting.Bundles;

namespace Open311.Cli.Tests.Verifying;

/// <summary>A signature shows who wrote a bundle, and that nobody changed it since.</summary>
public sealed class SignatureTests
{
    readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    byte[] bundle = [];

    [OneTimeSetUp]
    public async Task SignABundle()
    {
        using var signer = BundleSigner.FromPem(key.ExportPkcs8PrivateKeyPem());
        bundle = await CityBundle.PackAsync(new CityServerOptions(), t => t with { Only = ["GR2-SVC-*"] }, signer);
    }

    [OneTimeTearDown]
    public void ForgetTheKey() => key.Dispose();

    [Test]
    public async Task The_signers_key_shows_it()
    {
        using var pub = BundleKey.FromPem(key.ExportSubjectPublicKeyInfoPem());
        var verified = await CityBundle.VerifyAsync(bundle, pub);

        verified.IsVerified.Should().BeTrue();
        verified.Bundle.Signature.Sentence.Should().Be($"The signature is that of the key {pub.Id}.");
    }

    [Test]
    public void The_statement_is_an_in_toto_test_result_that_others_can_check()
    {
        var envelope = JsonNode.Parse(CityBundle.Members(bundle)["signature.dsse.json"])!;
        var payload = Convert.FromBase64String((string)envelope["payload"]!);
        var statement = JsonNode.Parse(payload)!;
        ((string)envelope["payloadType"]!).Should().Be("application/vnd.in-toto+json");
        ((string)statement["_type"]!).Should().Be("https://in-toto.io/Statement/v1");
        ((string)statement["predicateType"]!).Should().Be("https://in-toto.io/attestation/test-result/v0.1");
        ((string)statement["predicate"]!["result"]!).Should().Be("PASSED");
        ((string)statement["subject"]![0]!["digest"]!["sha256"]!).Should().Be(Convert.ToHexStringLower(SHA256.HashData(CityBundle.Members(bundle)["manifest.json"])));
        byte[] signed = [.. Encoding.ASCII.GetBytes($"DSSEv1 28 application/vnd.in-toto+json {payload.Length} "), .. payload];
        key.VerifyData(signed, Convert.FromBase64String((string)envelope["signatures"]![0]!["sig"]!), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence).Should().BeTrue();
    }

    [Test]
    public void Another_key_is_told()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Sentence(bundle, other).Should().Match("The bundle was signed by another key (*) than the one given (*).");
    }

    [Test]
    public async Task A_bundle_without_a_signature_is_told() =>
        Sentence(await CityBundle.SmallAsync(), key).Should().Be("The bundle is not signed, so that no key can show who wrote it.");

    [Test]
    public void An_altered_statement_is_told()
    {
        var altered = Altered(e =>
        {
            var statement = JsonNode.Parse(Convert.FromBase64String((string)e["payload"]!))!;
            statement["predicate"]!["result"] = "FAILED";
            e["payload"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(statement.ToJsonString()));
        });
        Sentence(altered, key).Should().Be("What was signed is not this bundle: the signed statement names another manifest or other findings.");
    }

    [Test]
    public void An_altered_signature_is_told()
    {
        var altered = Altered(e =>
        {
            using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            e["signatures"]![0]!["sig"] = Convert.ToBase64String(other.SignData("x"u8.ToArray(), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
        });
        Sentence(altered, key).Should().Be("The signature does not fit what was signed: the statement or the signature was altered.");
        Sentence(Altered(e => e["signatures"]![0]!["sig"] = "???"), key).Should().Be("The signature is not written in base64.");
    }

    [Test]
    public async Task Mended_hashes_do_not_help_against_a_signature()
    {
        using var pub = BundleKey.FromPem(key.ExportSubjectPublicKeyInfoPem());
        var verified = await CityBundle.VerifyAsync(TamperingTests.Mended(bundle, "exchanges.har", t => t.Replace("realtime", "sometime", StringComparison.Ordinal)), pub);
        verified.IsVerified.Should().BeFalse();
        verified.Bundle.Signature.Sentence.Should().StartWith("What was signed is not this bundle");
    }

    [Test]
    public void Keys_of_other_kinds_are_told()
    {
        using var rsa = RSA.Create(2048);
        using var p384 = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        Refusal(rsa.ExportPkcs8PrivateKeyPem()).Should().StartWith("The key file holds no ECDSA key in PEM");
        Refusal(p384.ExportPkcs8PrivateKeyPem()).Should().StartWith("The key is not on the curve P-256");
        Refusal("hello").Should().StartWith("The key file holds no ECDSA key in PEM");
        Refusal(key.ExportSubjectPublicKeyInfoPem()).Should().Be("The key file holds a public key only; a private one is needed to sign.");
        Refusal(key.ExportEncryptedPkcs8PrivateKeyPem("secret", new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000))).Should().StartWith("The key file is encrypted");
    }

    byte[] Altered(Action<JsonNode> edit) => TamperingTests.Mended(bundle, "signature.dsse.json", t =>
    {
        var envelope = JsonNode.Parse(t)!;
        edit(envelope);
        return envelope.ToJsonString(new JsonSerializerOptions { WriteIndented = true });
    });

    static string Sentence(byte[] bundle, ECDsa key)
    {
        using var pub = BundleKey.FromPem(key.ExportSubjectPublicKeyInfoPem());
        var signature = CityBundle.Open(bundle, pub).Signature;
        signature.IsValid.Should().BeFalse();
        return signature.Sentence;
    }

    static string Refusal(string pem)
    {
        var act = () => BundleSigner.FromPem(pem);
        return act.Should().Throw<BundleException>().Which.Message;
    }
}
