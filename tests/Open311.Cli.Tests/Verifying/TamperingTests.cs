using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Open311.Reporting.Bundles;

namespace Open311.Cli.Tests.Verifying;

/// <summary>Whatever is changed in a bundle shows, and where.</summary>
[CancelAfter(240_000)]
public sealed class TamperingTests
{
    // Up to this size every byte of a member is changed; of larger ones so many, chosen by the seed, and both ends.
    const int Small = 2048;
    const int Sampled = 300;
    const int Ends = 32;
    const int Seed = 311;

    static readonly (string Name, Func<byte, Random, byte> To)[] changes =
    [
        ("with one bit flipped", (b, random) => (byte)(b ^ (1 << random.Next(8)))),
        ("with all bits flipped", (b, _) => (byte)~b),
        ("one greater", (b, _) => unchecked((byte)(b + 1))),
    ];

    [Test]
    public async Task Every_change_of_a_byte_in_any_member_is_named()
    {
        var members = CityBundle.Members(await CityBundle.SmallAsync());
        BundleReader.Listed(members).Problems.Should().BeEmpty();
        var random = new Random(Seed);
        var (tried, missed) = (0, new List<string>());
        foreach (var (name, content) in members)
        {
            // What is told of one member does not depend on the others.
            var held = members.Where(m => m.Key is "manifest.json" or "checksums.sha256").ToDictionary();
            var turn = 0;
            foreach (var at in Positions(content.Length, random))
            {
                var (what, to) = changes[turn++ % changes.Length];
                var changed = (byte[])content.Clone();
                changed[at] = to(content[at], random);
                held[name] = changed;
                tried++;
                if (!BundleReader.Listed(held).Problems.Any(p => p.Member == name && !p.What.Contains("missing", StringComparison.Ordinal)))
                    missed.Add($"byte {at} of {name} {what}");
            }
        }

        missed.Should().BeEmpty();
        tried.Should().BeGreaterThan(10_000);
    }

    [Test]
    public async Task Every_byte_more_or_less_in_any_member_is_named()
    {
        var members = CityBundle.Members(await CityBundle.SmallAsync()).ToDictionary();
        var random = new Random(Seed);
        var missed = new List<string>();
        foreach (var (name, content) in members.ToList())
        {
            foreach (var at in (int[])[0, random.Next(content.Length), content.Length])
            {
                byte[][] all = [[.. content[..at], (byte)random.Next(256), .. content[at..]], content[..at], [.. content[..at], .. content[Math.Min(at + 1, content.Length)..]]];
                foreach (var changed in all.Where(c => !c.AsSpan().SequenceEqual(content)))
                {
                    members[name] = changed;
                    if (!BundleReader.Listed(members).Problems.Any(p => p.Member == name))
                        missed.Add($"{name} with {changed.Length} of {content.Length} bytes, changed at {at}");
                }
            }

            members[name] = content;
        }

        missed.Should().BeEmpty();
    }

    [Test]
    public async Task No_change_of_the_file_changes_what_a_member_says_unnoticed()
    {
        var bundle = await CityBundle.SmallAsync();
        var untouched = CityBundle.Members(bundle);
        var random = new Random(Seed);
        var missed = new List<string>();
        foreach (var at in Enumerable.Range(0, 600).Select(_ => random.Next(bundle.Length)).Concat(Enumerable.Range(bundle.Length - 100, 100)))
        {
            var changed = (byte[])bundle.Clone();
            changed[at] = (byte)~changed[at];
            if (!IsNoticed(changed) && !Same(CityBundle.Members(changed), untouched))
                missed.Add($"byte {at} of the zip");
        }

        missed.Should().BeEmpty();
    }

    [Test]
    public async Task What_stands_in_the_zip_beside_its_members_is_told()
    {
        var bundle = await CityBundle.SmallAsync();
        var central = bundle.AsSpan().IndexOf("PK\u0001\u0002"u8);
        byte[] hidden = [1, 2, 3];

        Problem([.. bundle, .. hidden]).Should().Be("(the zip itself): 3 bytes stand after the end of the zip, or as a comment in it; no member holds them.");
        Problem(WithComment(bundle, hidden)).Should().Be("(the zip itself): 3 bytes stand after the end of the zip, or as a comment in it; no member holds them.");
        Problem(Shifted(bundle, central, hidden)).Should().Be("(the zip itself): 3 bytes stand before the zip's list of members; no member holds them.");

        var renamed = (byte[])bundle.Clone();
        renamed[30] = (byte)'M';
        Problem(renamed).Should().Be("(the zip itself): 'manifest.json' has another name where it stands ('Manifest.json') than in the zip's list of members.");
    }

    [Test]
    public async Task A_bundle_packed_anew_by_another_tool_is_the_same_bundle()
    {
        var members = CityBundle.Members(await CityBundle.SmallAsync());
        var anew = CityBundle.Zip(members.Reverse().Append(new("raw/", [])));

        CityBundle.Open(anew).Problems.Should().BeEmpty();
        (await CityBundle.VerifyAsync(anew)).IsVerified.Should().BeTrue();
    }

    [Test]
    public async Task A_member_renamed_or_given_in_another_case_is_told()
    {
        var members = CityBundle.Members(await CityBundle.SmallAsync());
        foreach (var (name, other) in ((string, string)[])[("report.html", "Report.html"), ("raw/00001.request", "raw/00001.response2"), ("findings.json", "findings.json ")])
        {
            var problems = CityBundle.Open(CityBundle.Zip(members.Select(m => m.Key == name ? new(other, m.Value) : m))).Problems;
            problems.Should().Contain(p => p.Member == name && p.What.Contains("missing"), name);
            problems.Should().Contain(p => p.What == "No bundle holds such a member.", other);
        }
    }

    static IEnumerable<int> Positions(int length, Random random) => length <= Small
        ? Enumerable.Range(0, length)
        : Enumerable.Range(0, Sampled).Select(_ => random.Next(length)).Concat(Enumerable.Range(0, Ends)).Concat(Enumerable.Range(length - Ends, Ends)).Distinct();

    static bool IsNoticed(byte[] zip)
    {
        try
        {
            return BundleReader.Read(new MemoryStream(zip)).Problems.Count > 0;
        }
        catch (BundleException)
        {
            return true;
        }
    }

    static bool Same(IReadOnlyDictionary<string, byte[]> some, IReadOnlyDictionary<string, byte[]> others) =>
        some.Count == others.Count && some.All(m => others.TryGetValue(m.Key, out var other) && m.Value.AsSpan().SequenceEqual(other));

    static byte[] WithComment(byte[] zip, byte[] comment)
    {
        byte[] changed = [.. zip, .. comment];
        BinaryPrimitives.WriteUInt16LittleEndian(changed.AsSpan(zip.Length - 2), (ushort)comment.Length);
        return changed;
    }

    // Bytes put in before the list of members, which is then found where it is.
    static byte[] Shifted(byte[] zip, int list, byte[] hidden)
    {
        byte[] changed = [.. zip[..list], .. hidden, .. zip[list..]];
        BinaryPrimitives.WriteInt32LittleEndian(changed.AsSpan(changed.Length - 6), list + hidden.Length);
        return changed;
    }

    [Test]
    public async Task A_member_that_is_longer_shorter_missing_or_new_is_named()
    {
        var bundle = await CityBundle.SmallAsync();

        Problem(CityBundle.With(bundle, "report.md", c => [.. c, 10])).Should().Match("report.md: It was changed: it has * bytes, not the * of the manifest.");
        Problem(CityBundle.With(bundle, "report.md", c => c[..^1])).Should().StartWith("report.md: It was changed");
        Problem(CityBundle.Zip(CityBundle.Members(bundle).Where(m => m.Key != "report.md"))).Should().Be("report.md: It is missing.");
        Problem(CityBundle.Zip(CityBundle.Members(bundle).Append(new("raw/99999.request", [1])))).Should().Be("raw/99999.request: The manifest does not list it.");
        Problem(CityBundle.Zip(CityBundle.Members(bundle).Append(new("readme.txt", [1])))).Should().Be("readme.txt: No bundle holds such a member.");
    }

    [Test]
    public async Task Who_mends_the_hashes_is_found_out_by_what_the_evidence_gives()
    {
        var bundle = await CityBundle.SmallAsync();

        var verdict = await CityBundle.VerifyAsync(Mended(bundle, "findings.json", t => t.Replace("\"verdict\": \"pass\"", "\"verdict\": \"fail\"", StringComparison.Ordinal)));
        verdict.Bundle.Problems.Should().BeEmpty("the hashes were mended");
        verdict.Findings!.Differences.Should().NotBeEmpty().And.OnlyContain(d => d.Was == "fail" && d.Is == "pass");
        verdict.IsVerified.Should().BeFalse();

        var report = await CityBundle.VerifyAsync(Mended(bundle, "report.html", t => t.Replace("</h1>", " indeed</h1>", StringComparison.Ordinal)));
        report.Problems.Select(p => $"{p.Member}: {p.What}").Should().Equal("report.html: It is not what the evidence gives.");
        report.IsVerified.Should().BeFalse();

        var evidence = await CityBundle.VerifyAsync(Mended(bundle, "exchanges.har", t => t.Replace("realtime", "sometime", StringComparison.Ordinal)));
        evidence.Problems.Select(p => p.What).Should().Contain(w => w.StartsWith("It is not the answer of exchange", StringComparison.Ordinal));
        evidence.Findings!.Differences.Should().Contain(d => d.Finding.StartsWith("GR2-SVC-", StringComparison.Ordinal) && d.Was == "pass" && d.Is == "fail");
    }

    [Test]
    public async Task A_finding_left_out_or_added_is_named()
    {
        var bundle = await CityBundle.SmallAsync();
        JsonArray Findings(JsonNode root) => root["findings"]!.AsArray();

        var left = await CityBundle.VerifyAsync(Mended(bundle, "findings.json", t => Edited(t, root => Findings(root).RemoveAt(3))));
        left.Findings!.Differences.Should().ContainSingle().Which.Kind.Should().Be(DifferenceKind.New);

        var added = await CityBundle.VerifyAsync(Mended(bundle, "findings.json", t => Edited(t, root => Findings(root)[3]!["requirement"] = "GR2-XXX-001")));
        added.Findings!.Differences.Select(d => d.Kind).Should().BeEquivalentTo([DifferenceKind.Missing, DifferenceKind.New]);
    }

    static string Edited(string json, Action<JsonNode> edit)
    {
        var root = JsonNode.Parse(json)!;
        edit(root);
        return root.ToJsonString();
    }

    static string Problem(byte[] bundle)
    {
        var problem = CityBundle.Open(bundle).Problems.Should().ContainSingle().Subject;
        return $"{problem.Member}: {problem.What}";
    }

    // What somebody does who knows how bundles are made, but has no key.
    internal static byte[] Mended(byte[] bundle, string name, Func<string, string> edit)
    {
        var members = CityBundle.Members(bundle).ToDictionary();
        members[name] = Encoding.UTF8.GetBytes(edit(Encoding.UTF8.GetString(members[name])));
        var manifest = JsonNode.Parse(members["manifest.json"])!;
        foreach (var listed in manifest["members"]!.AsArray().Where(m => (string)m!["name"]! == name))
        {
            listed!["size"] = members[name].Length;
            listed["sha256"] = Convert.ToHexStringLower(SHA256.HashData(members[name]));
            members["manifest.json"] = Encoding.UTF8.GetBytes(manifest.ToJsonString());
        }

        var sums = ((string[])["manifest.json", "signature.dsse.json"]).Where(members.ContainsKey).Select(n => $"{Convert.ToHexStringLower(SHA256.HashData(members[n]))}  {n}\n");
        members["checksums.sha256"] = Encoding.ASCII.GetBytes(string.Concat(sums));
        return CityBundle.Zip(members);
    }
}
