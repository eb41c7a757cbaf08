using System.Text;
using Open311.Conformance.Evidence;
using Open311.Conformance.Exchanges;
using Open311.Conformance.Replaying;

namespace Open311.Reporting.Bundles;

/// <summary>Opens a bundle that a stranger may have made, and holds every member against what it must be.</summary>
public static class BundleReader
{
    // What a problem of the file itself is listed under.
    const string Container = "(the zip itself)";

    /// <summary>Opens a bundle. What is wrong with single members is among its problems; the evidence is read all the same if it can be.</summary>
    /// <param name="file">The zip; must be seekable.</param>
    /// <param name="key">The signer's key; null to leave a signature unchecked.</param>
    /// <param name="mostContent">The most bytes it may unpack to.</param>
    /// <exception cref="BundleException">The file is no bundle at all, or not one that is safe to open.</exception>
    public static OpenedBundle Read(Stream file, BundleKey? key = null, long mostContent = ZipReader.LargestContent)
    {
        var bundle = new OpenedBundle(ZipReader.Read(file, mostContent));
        bundle.Found.AddRange(ZipLayout.Problems(Whole(file)).Select(what => new BundleProblem(Container, what)));
        Listed(bundle);
        if (bundle.Manifest is { } manifest)
            ReadEvidence(bundle, manifest);
        bundle.Signature = SignatureReader.Check(bundle, key);
        return bundle;
    }

    /// <summary>Holds members against what lists them: whether every byte is as it was written. Nothing is read of the evidence.</summary>
    internal static OpenedBundle Listed(IReadOnlyDictionary<string, byte[]> members) => Listed(new OpenedBundle(members));

    static OpenedBundle Listed(OpenedBundle bundle)
    {
        foreach (var name in bundle.Members.Keys.Where(n => !BundleMember.IsKnown(n)))
            bundle.Found.Add(new(Text.VisibleText.OneLine(Text.Bounded.Short(name, 100)), "No bundle holds such a member."));
        Try(bundle, () => bundle.Manifest = Manifest(bundle));
        CheckSums(bundle);
        if (bundle.Manifest is { } manifest)
            CheckMembers(bundle, manifest);
        return bundle;
    }

    static void ReadEvidence(OpenedBundle bundle, ManifestDocument manifest)
    {
        Try(bundle, () => bundle.Findings = FindingsDocument.Read(Member(bundle, BundleMember.Findings)));
        Try(bundle, () => bundle.Run = Run(bundle, manifest));
        Try(bundle, () => bundle.Profile = manifest.Profile is null ? null : ProfileDocument.Read(Member(bundle, BundleMember.Profile)));
        CheckRaw(bundle);
    }

    static byte[] Whole(Stream file)
    {
        var bytes = new byte[file.Length];
        file.Seek(0, SeekOrigin.Begin);
        file.ReadExactly(bytes);
        return bytes;
    }

    static void Try(OpenedBundle bundle, Action read)
    {
        try
        {
            read();
        }
        catch (BundleException e)
        {
            bundle.Found.Add(new(e.Message.Split(' ')[0] is var first && bundle.Members.ContainsKey(first) ? first : BundleMember.Manifest, e.Message));
        }
    }

    static ManifestDocument Manifest(OpenedBundle bundle)
    {
        var manifest = BundleJson.Read<ManifestDocument>(BundleMember.Manifest, Member(bundle, BundleMember.Manifest));
        if (manifest.Schema != ManifestDocument.Version)
            throw new BundleException($"{BundleMember.Manifest} is of the form '{Text.VisibleText.OneLine(Text.Bounded.Short(manifest.Schema, 60))}'; this tool reads {ManifestDocument.Version}. Use the tool it was written by, or a newer one.");
        return manifest;
    }

    static byte[] Member(OpenedBundle bundle, string name) =>
        bundle.Members.TryGetValue(name, out var content) ? content : throw new BundleException($"{name} is missing.");

    // Manifest and signature are in no list of the manifest's own, so that a changed byte of theirs shows here.
    static void CheckSums(OpenedBundle bundle)
    {
        if (!bundle.Members.TryGetValue(BundleMember.Checksums, out var sums))
        {
            bundle.Found.Add(new(BundleMember.Checksums, "The member is missing, so that a change of the manifest would not show."));
            return;
        }

        var listed = Encoding.ASCII.GetString(sums).Split('\n').Select(l => l.Split("  ", 2)).Where(p => p.Length == 2).DistinctBy(p => p[1]).ToDictionary(p => p[1], p => p[0]);
        var present = ((string[])[BundleMember.Manifest, BundleMember.Signature]).Where(bundle.Members.ContainsKey).Select(n => (n, bundle.Members[n])).ToList();
        foreach (var (name, content) in present)
        {
            if (!listed.TryGetValue(name, out var hash))
                bundle.Found.Add(new(name, $"{BundleMember.Checksums} does not list it."));
            else if (hash != ManifestWriter.Hash(content))
                bundle.Found.Add(new(name, $"It was changed, or else {BundleMember.Checksums} was: its SHA-256 is {ManifestWriter.Hash(content)}, not {Text.VisibleText.OneLine(Text.Bounded.Short(hash, 70))} as listed there."));
        }

        if (listed.ContainsKey(BundleMember.Signature) && !bundle.Members.ContainsKey(BundleMember.Signature))
            bundle.Found.Add(new(BundleMember.Signature, "The bundle was signed, but the signature is missing."));
        if (!sums.AsSpan().SequenceEqual(Sha256Sums.Write(present)))
            bundle.Found.Add(new(BundleMember.Checksums, $"It was changed, or else what it lists was ({string.Join(", ", present.Select(p => p.Item1))})."));
    }

    static void CheckMembers(OpenedBundle bundle, ManifestDocument manifest)
    {
        var listed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in manifest.Members)
        {
            var name = Text.VisibleText.OneLine(Text.Bounded.Short(member.Name, 100));
            if (!listed.Add(member.Name))
                bundle.Found.Add(new(name, "The manifest lists it twice."));
            else if (!bundle.Members.TryGetValue(member.Name, out var content))
                bundle.Found.Add(new(name, "It is missing."));
            else if (content.Length != member.Size)
                bundle.Found.Add(new(name, $"It was changed: it has {content.Length} bytes, not the {member.Size} of the manifest."));
            else if (ManifestWriter.Hash(content) != member.Sha256)
                bundle.Found.Add(new(name, "It was changed: its SHA-256 is not that of the manifest."));
        }

        foreach (var name in bundle.Members.Keys.Where(n => BundleMember.IsKnown(n) && !listed.Contains(n) && !BundleMember.Outside.Contains(n)))
            bundle.Found.Add(new(name, "The manifest does not list it."));
    }

    static RecordedRun Run(OpenedBundle bundle, ManifestDocument manifest)
    {
        var target = manifest.Target.Read();
        IReadOnlyList<Exchange> exchanges;
        try
        {
            exchanges = HarReader.Read(new MemoryStream(Member(bundle, BundleMember.Exchanges)));
        }
        catch (InvalidDataException e)
        {
            throw new BundleException($"{BundleMember.Exchanges} cannot be judged: {e.Message}", e);
        }

        if (exchanges.Count != manifest.Exchanges)
            throw new BundleException($"{BundleMember.Exchanges} holds {exchanges.Count} exchanges, not the {manifest.Exchanges} of the manifest.");
        return new RecordedRun
        {
            Target = target,
            Settings = manifest.Settings.With(manifest.Seed),
            Started = manifest.Clock,
            Finished = manifest.Finished,
            TargetName = manifest.Run.TargetName,
            End = manifest.Run.End,
            Exchanges = exchanges,
            Masking = EvidenceMasking.For(target),
        };
    }

    // The hashes bind both; this shows that they tell the same story.
    static void CheckRaw(OpenedBundle bundle)
    {
        foreach (var exchange in bundle.Run?.Exchanges ?? [])
        {
            var (request, answer) = (BundleMember.RawRequest(exchange.Number), BundleMember.RawAnswer(exchange.Number));
            if (!bundle.Members.TryGetValue(request, out var sent))
                bundle.Found.Add(new(request, $"The request of exchange {exchange.Number} is missing."));
            else if (!sent.AsSpan().SequenceEqual(RawEvidence.Request(exchange)))
                bundle.Found.Add(new(request, $"It is not the request of exchange {exchange.Number} in {BundleMember.Exchanges}."));
            if (bundle.Members.TryGetValue(answer, out var received) && RawEvidence.Disagreement(exchange, received) is { } other)
                bundle.Found.Add(new(answer, $"It is not the answer of exchange {exchange.Number} in {BundleMember.Exchanges}: {other}"));
        }
    }
}
