using System.Security.Cryptography;
using Open311.Conformance.Findings;
using Open311.Conformance.Preflight;
using Open311.Conformance.Replaying;
using Open311.Reporting.Languages;

namespace Open311.Reporting.Bundles;

/// <summary>Makes the manifest of a bundle.</summary>
static class ManifestWriter
{
    public static ManifestDocument Of(BundleDraft draft, RunReport replayed, IReadOnlyDictionary<string, byte[]> members) => new()
    {
        Schema = ManifestDocument.Version,
        Tool = new("open311", replayed.ToolVersion, Build()),
        RequirementSet = new(replayed.RequirementSet, Fingerprint.OfRequirementSet()),
        Clock = draft.Run.Started,
        Finished = draft.Run.Finished,
        Seed = draft.Run.Settings.Seed,
        Profile = replayed.Profile is { } verdict ? new(verdict.Profile.Name, verdict.Met) : null,
        Language = draft.Language.Tag(),
        Target = draft.Target,
        Settings = draft.Settings,
        Run = new(draft.Run.TargetName, Word(replayed.Outcome), Word(replayed.Preflight.State), draft.Run.End),
        Exchanges = draft.Run.Exchanges.Count,
        Members = [.. members.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => new ManifestMember(m.Key, m.Value.Length, Hash(m.Value)))],
    };

    /// <summary>Names this build, the writers of reports included.</summary>
    public static string Build() => Fingerprint.OfBuild(typeof(ManifestWriter));

    public static string Hash(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    public static string Word(RunOutcome outcome) => outcome switch
    {
        RunOutcome.Conformant => "conformant",
        RunOutcome.Nonconformant => "nonconformant",
        _ => "could-not-test",
    };

    static string Word(PreflightState state) =>
        string.Concat(state.ToString().Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));
}
