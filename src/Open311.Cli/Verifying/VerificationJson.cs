using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Open311.Reporting.Bundles;

namespace Open311.Cli.Verifying;

/// <summary>What became of a bundle, for programs; its schema is <c>fixtures/schemas/verification.schema.json</c>.</summary>
internal static class VerificationJson
{
    const string Schema = "open311-verification/1";

    static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.BasicLatin, UnicodeRanges.Latin1Supplement),
    };

    public static string Of(string name, BundleVerification verified) => JsonSerializer.Serialize(
        new
        {
            Schema,
            Bundle = name,
            Verified = verified.IsVerified,
            Problems = verified.Problems.Select(p => new { p.Member, p.What }),
            Exchanges = verified.Replayed?.Exchanges.Count,
            Same = verified.Findings?.Same,
            Differences = verified.Findings?.Differences.Select(d => new { d.Finding, Kind = d.Kind.ToString().ToLowerInvariant(), d.Was, d.Is, d.Members }),
            Profile = verified.Replayed?.Profile is { } profile ? new { profile.Profile.Name, profile.Met } : null,
            Signature = new { Signed = verified.Bundle.Signature.IsSigned, Valid = verified.Bundle.Signature.IsValid, verified.Bundle.Signature.Sentence },
            verified.Notes,
        },
        Options);

    public static string Refused(string name, string why) => JsonSerializer.Serialize(
        new { Schema, Bundle = name, Verified = false, Problems = new[] { new { Member = (string?)null, What = why } } }, Options);
}
