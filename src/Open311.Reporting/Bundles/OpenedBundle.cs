using System.Text.Json;
using Open311.Conformance.Profiles;
using Open311.Conformance.Replaying;

namespace Open311.Reporting.Bundles;

/// <summary>A bundle as it was read: what is wrong with it, and what can be judged of it all the same.</summary>
public sealed class OpenedBundle
{
    internal OpenedBundle(IReadOnlyDictionary<string, byte[]> members) => Members = members;

    /// <summary>What is not as it was written; empty when every byte is.</summary>
    public IReadOnlyList<BundleProblem> Problems => Found;

    /// <summary>What the judge is to be given; null when the evidence cannot be read.</summary>
    public RecordedRun? Run { get; internal set; }

    /// <summary>The profile that was asked for; null for none.</summary>
    public BuyerProfile? Profile { get; internal set; }

    /// <summary>How many members it has.</summary>
    public int MemberCount => Members.Count;

    /// <summary>Whether this build of the tool wrote it, so that its reports must be the same to the byte.</summary>
    public bool IsOfThisBuild => Manifest is { } manifest && manifest.Tool.Build == ManifestWriter.Build() && IsOfThisSet;

    /// <summary>Whether it was judged by the requirements that this tool judges by.</summary>
    public bool IsOfThisSet => Manifest is { } manifest && manifest.RequirementSet.Sha256 == Fingerprint.OfRequirementSet();

    /// <summary>The tool and the requirements it was judged by, in words; null when the manifest cannot be read.</summary>
    public string? JudgedBy => Manifest is { } m ? $"open311 {m.Tool.Version} by {m.RequirementSet.Name}" : null;

    /// <summary>What became of its signature.</summary>
    public SignatureCheck Signature { get; internal set; } = SignatureCheck.None;

    internal List<BundleProblem> Found { get; } = [];

    internal IReadOnlyDictionary<string, byte[]> Members { get; }

    internal ManifestDocument? Manifest { get; set; }

    internal IReadOnlyList<JsonElement> Findings { get; set; } = [];
}
