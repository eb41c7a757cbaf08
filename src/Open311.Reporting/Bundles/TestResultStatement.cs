using System.Text.Json;

namespace Open311.Reporting.Bundles;

/// <summary>An in-toto statement (v1) with a test-result predicate (v0.1) about a manifest, which lists everything else.</summary>
static class TestResultStatement
{
    const string Statement = "https://in-toto.io/Statement/v1";
    const string Predicate = "https://in-toto.io/attestation/test-result/v0.1";

    public static byte[] Of(byte[] manifestBytes, ManifestDocument manifest, byte[] findings) => JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object>
    {
        ["_type"] = Statement,
        ["subject"] = new[] { new { name = BundleMember.Manifest, digest = new { sha256 = ManifestWriter.Hash(manifestBytes) } } },
        ["predicateType"] = Predicate,
        ["predicate"] = new
        {
            result = manifest.Run.Outcome switch { "conformant" => "PASSED", "nonconformant" => "FAILED", _ => "WARNED" },
            configuration = new[] { new { name = manifest.RequirementSet.Name, digest = new { sha256 = manifest.RequirementSet.Sha256 } } },
            passedTests = Ids(findings, "pass", "info"),
            warnedTests = Ids(findings, "warn", "inconclusive"),
            failedTests = Ids(findings, "fail"),
        },
    });

    static List<string> Ids(byte[] findings, params string[] verdicts) =>
        [.. FindingsDocument.Read(findings).Where(f => verdicts.Contains(FindingKey.Verdict(f))).Select(FindingKey.Of)];
}
