using Open311.Conformance.Findings;
using Open311.Reporting.Languages;

namespace Open311.Reporting.Bundles;

/// <summary>A bundle held against what its own evidence gives.</summary>
public sealed record BundleVerification
{
    /// <summary>The bundle.</summary>
    public required OpenedBundle Bundle { get; init; }

    /// <summary>What its evidence gives; null when it could not be judged.</summary>
    public required RunReport? Replayed { get; init; }

    /// <summary>Stored findings beside derived ones; null when they could not be derived.</summary>
    public required FindingComparison? Findings { get; init; }

    /// <summary>What is not as it was written.</summary>
    public required IReadOnlyList<BundleProblem> Problems { get; init; }

    /// <summary>What a reader should know, such as that another build judged.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Whether everything is as it was written, every finding is derived again, and a signature asked for is that of the key given.</summary>
    public bool IsVerified => Problems.Count == 0 && Findings is { Differences.Count: 0 } && Bundle.Signature.IsValid != false;

    /// <summary>Compares.</summary>
    /// <param name="bundle">A bundle.</param>
    /// <param name="replayed">What judging its <see cref="OpenedBundle.Run"/> gave, with the verdict on its profile; null when there is none.</param>
    public static async Task<BundleVerification> OfAsync(OpenedBundle bundle, RunReport? replayed)
    {
        var problems = bundle.Problems.ToList();
        var notes = new List<string>();
        FindingComparison? findings = null;
        if (bundle.Manifest is { } manifest && replayed is not null)
        {
            var derived = await DerivedMembers.OfAsync(replayed, LanguageTags.Find(manifest.Language) ?? Language.English);
            findings = FindingComparison.Of(bundle.Findings, FindingsDocument.Read(derived[BundleMember.Findings]));
            if (ManifestWriter.Word(replayed.Outcome) != manifest.Run.Outcome)
                problems.Add(new(BundleMember.Manifest, $"It says {Text.VisibleText.OneLine(Text.Bounded.Short(manifest.Run.Outcome, 40))}, but the evidence gives {ManifestWriter.Word(replayed.Outcome)}."));
            if (manifest.Profile is { } profile && profile.Met != replayed.Profile?.Met)
                problems.Add(new(BundleMember.Manifest, "What it says of the profile is not what the evidence gives."));
            if (manifest.Run.End is { } end)
                notes.Add(Text.VisibleText.OneLine(Text.Bounded.Short(end.Incomplete, 300)));
            if (!bundle.IsOfThisSet)
                notes.Add($"The bundle was judged by other requirements ({manifest.RequirementSet.Name}, {Text.VisibleText.OneLine(Text.Bounded.Short(manifest.RequirementSet.Sha256, 12))}) than those of this tool: differences may come from that.");
            if (!bundle.IsOfThisBuild)
                notes.Add($"The bundle was written by another build (open311 {Text.VisibleText.OneLine(Text.Bounded.Short(manifest.Tool.Version, 80))}): its reports are held against their hashes only, its findings are derived again.");
            else
                problems.AddRange(derived.Where(d => bundle.Members.TryGetValue(d.Key, out var stored) && !stored.AsSpan().SequenceEqual(d.Value)).Select(d => new BundleProblem(d.Key, "It is not what the evidence gives.")));
        }

        return new() { Bundle = bundle, Replayed = replayed, Findings = findings, Problems = Once(problems), Notes = notes };
    }

    // A member that was changed is not what the evidence gives either; once is enough.
    static List<BundleProblem> Once(List<BundleProblem> problems) => [.. problems.DistinctBy(p => p.Member == BundleMember.Manifest ? p.What : p.Member)];
}
