using Open311.Conformance.Evidence;
using Open311.Conformance.Exchanges;
using Open311.Conformance.Findings;
using Open311.Conformance.Profiles;
using Open311.Conformance.Replaying;
using Open311.Reporting.Languages;
using Open311.Reporting.Redaction;

namespace Open311.Reporting.Bundles;

/// <summary>
/// The evidence of a run, ready to be packed. What a bundle tells is derived from <see cref="Run"/> and from nothing else: let it be judged, and
/// pack what comes of it if that is what the run itself said.
/// </summary>
public sealed class BundleDraft
{
    const string Unasked = "it was not asked, since the run was interrupted";

    readonly RunReport live;
    readonly byte[] har;

    BundleDraft(RunReport live, byte[] har, ManifestTarget target, ManifestSettings settings)
    {
        this.live = live;
        this.har = har;
        (Target, Settings) = (target, settings);
        var masked = target.Read();
        Run = new RecordedRun
        {
            Target = masked,
            Settings = settings.With(live.Settings.Seed),
            Started = live.Started.ToUniversalTime(),
            Finished = live.Finished.ToUniversalTime(),
            TargetName = live.TargetName,
            End = live.End ?? (IsInterrupted ? new RecordedEnd(Unasked, live.Incomplete!) : null),
            Exchanges = HarReader.Read(new MemoryStream(har)),
            Masking = EvidenceMasking.For(masked),
        };
    }

    /// <summary>What the judge is to be given.</summary>
    public RecordedRun Run { get; }

    /// <summary>The profile that was asked for; null for none.</summary>
    public BuyerProfile? Profile => live.Profile?.Profile;

    internal Language Language { get; private init; }

    internal ManifestTarget Target { get; }

    internal ManifestSettings Settings { get; }

    /// <summary>
    /// Whether the run was cut off from outside. Where it was depends on when, which no evidence holds: what was not asked by then is left open, and
    /// cases that were under way are judged by the answers that came.
    /// </summary>
    public bool IsInterrupted => live is { Incomplete: not null, End: null, Errors.Count: 0 };

    /// <summary>Takes the evidence of a run; no secret of it gets here.</summary>
    /// <param name="live">The run.</param>
    /// <param name="language">That of the reports for people.</param>
    public static BundleDraft Of(RunReport live, Language language = Language.English)
    {
        var mask = SecretMask.For(live.Target);
        using var har = new MemoryStream();
        HarWriter.Write(har, ReportWriter.Evidence(live, mask), new Redactor(null), live.ToolVersion);
        return new BundleDraft(live, har.ToArray(), ManifestTarget.Of(live.Target, mask), ManifestSettings.Of(live.Settings)) { Language = language };
    }

    /// <summary>Which findings the evidence gives otherwise than the run did: empty unless something went into the run that is not in the evidence.</summary>
    public FindingComparison Compare(RunReport replayed)
    {
        var compared = FindingComparison.Of(FindingsDocument.Read(FindingsDocument.Write(Clean(live))), FindingsDocument.Read(FindingsDocument.Write(Clean(replayed))));
        return IsInterrupted ? compared with { Differences = [.. compared.Differences.Where(Contradicts)] } : compared;
    }

    // Of a run that was cut off more may be told afterwards, and nothing else than it told itself.
    static bool Contradicts(FindingDifference difference) => IsExercised(difference.Was) && difference.Was != difference.Is;

    static bool IsExercised(string? verdict) => verdict is "pass" or "fail" or "warn" or "info";

    /// <summary>Packs the evidence and what was derived from it.</summary>
    /// <param name="replayed">What judging <see cref="Run"/> gave.</param>
    /// <param name="signer">Signs it; null for an unsigned one.</param>
    /// <param name="output">Where the zip goes.</param>
    public async Task WriteAsync(RunReport replayed, BundleSigner? signer, Stream output)
    {
        var members = new SortedDictionary<string, byte[]>(StringComparer.Ordinal) { [BundleMember.Exchanges] = har };
        foreach (var exchange in ReportWriter.Evidence(live, SecretMask.For(live.Target)))
            AddRaw(members, exchange);
        if (Profile is { } profile)
            members[BundleMember.Profile] = ProfileDocument.Write(profile);
        foreach (var (name, content) in await DerivedMembers.OfAsync(replayed, Language))
            members[name] = content;
        var manifest = ManifestWriter.Of(this, replayed, members);
        var manifestBytes = BundleJson.Write(manifest);
        var head = new List<(string Name, byte[] Content)> { (BundleMember.Manifest, manifestBytes) };
        if (signer is not null)
            head.Add((BundleMember.Signature, signer.Sign(TestResultStatement.Of(manifestBytes, manifest, members[BundleMember.Findings]))));
        head.Add((BundleMember.Checksums, Sha256Sums.Write(head)));
        BundleZip.Write(output, [.. head, .. members.Select(m => (m.Key, m.Value))]);
    }

    static RunReport Clean(RunReport report) => CleanReport.Of(report, SecretMask.For(report.Target));

    static void AddRaw(SortedDictionary<string, byte[]> members, Exchange exchange)
    {
        members[BundleMember.RawRequest(exchange.Number)] = RawEvidence.Request(exchange);
        if (exchange.Answer is { Raw.IsEmpty: false } answer)
            members[BundleMember.RawAnswer(exchange.Number)] = answer.Raw.ToArray();
    }
}
