using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Open311.Testing;

namespace Open311.Cli.Tests.Verifying;

/// <summary>Whatever is changed in a bundle shows, and where.</summary>
[CancelAfter(240_000)]
public sealed class TamperingTests
{
    const int Small = 600;
    const int Sampled = 60;

    [Test]
    public async Task Every_change_of_a_byte_in_any_member_is_named()
    {
        var bundle = await CityBundle.SmallAsync();
        var members = CityBundle.Members(bundle);
        CityBundle.Open(bundle).Problems.Should().BeEmpty();
        var random = new Random(311);
        foreach (var (name, content) in members)
        {
            var positions = content.Length <= Small && !name.StartsWith("raw/", StringComparison.Ordinal)
                ? Enumerable.Range(0, content.Length)
                : Enumerable.Range(0, name.StartsWith("raw/", StringComparison.Ordinal) ? 4 : Sampled).Select(_ => random.Next(content.Length)).Append(0).Append(content.Length - 1);
            foreach (var at in positions.Distinct())
            {
                var changed = (byte[])content.Clone();
                changed[at] ^= (byte)(1 << random.Next(8));

                var opened = CityBundle.Open(CityBundle.Zip(members.Select(m => m.Key == name ? KeyValuePair.Create(name, changed) : m)));

                opened.Problems.Select(p => p.Member).Should().Contain(name, $"byte {at} of {name} was changed");
            }
        }
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
        left.Findings!.Differences.Should().ContainSingle().Which.Kind.Should().Be(Open311.Reporting.Bundles.DifferenceKind.New);

        var added = await CityBundle.VerifyAsync(Mended(bundle, "findings.json", t => Edited(t, root => Findings(root)[3]!["requirement"] = "GR2-XXX-001")));
        added.Findings!.Differences.Select(d => d.Kind).Should().BeEquivalentTo([Open311.Reporting.Bundles.DifferenceKind.Missing, Open311.Reporting.Bundles.DifferenceKind.New]);
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
