using System.Text;
using System.Text.Json;
using NJsonSchema;
using Open311.Cli.Application;
using Open311.Cli.Tests.Fakes;
using Open311.Cli.Tests.Verifying;
using Open311.Conformance.Targets;
using Open311.Mock.Serving;
using Open311.Testing;
using Open311.Testing.Pages;

namespace Open311.Cli.Tests.Comparing;

/// <summary>Bids side by side, for a buyer.</summary>
[CancelAfter(240_000)]
public sealed class CompareTests
{
    static readonly string[] only = ["GR2-SVC-*", "GR2-DATE-*"];
    byte[] good = [];
    byte[] bad = [];
    byte[] forged = [];

    [OneTimeSetUp]
    public async Task MakeBids()
    {
        good = await CityBundle.PackAsync(new CityServerOptions(), t => t with { Only = only });
        bad = await CityBundle.PackAsync(new CityServerOptions { Faults = ["dates-american"] }, t => t with { Only = only });
        forged = TamperingTests.Mended(bad, "findings.json", t => t.Replace("\"verdict\": \"fail\"", "\"verdict\": \"pass\"", StringComparison.Ordinal));
    }

    [Test]
    public async Task Says_who_meets_the_profile_and_whose_evidence_does_not_verify()
    {
        using var console = Console();

        var exitCode = await RunAsync(console, "good.zip", "bad.zip", "forged.zip", "--profile", "rfp.yaml", "--out", "out");

        exitCode.Should().Be(1);
        console.OutText.ToString().Should()
            .Contain("  meets              good\n").And.Contain("  does not meet      bad\n").And.Contain("  does not verify    forged\n")
            .And.Contain("GR2-DATE-001").And.EndWith($"Compared by the profile rfp. Page: {Path.Combine("out", "comparison.html")}\n");
        var page = Page(console);
        page.Text.Should().Contain("Meets the profile rfp.").And.Contain("The evidence does not verify. Nothing it says counts.").And.Contain("What was not exercised");
        page.Tags.Should().NotContain(t => t.Name == "script");
        (await File.ReadAllTextAsync(Path.Combine(console.WorkingDirectory, "out", "comparison.csv"))).Split("\r\n")
            .Should().Contain(l => l.StartsWith("clause,mandatory,GR2-DATE-001,", StringComparison.Ordinal) && l.EndsWith(",pass,fail,does-not-verify", StringComparison.Ordinal));
        page.Values("href").Where(h => !h.StartsWith('#')).Select(h => h.Split('#')[0]).Distinct().Should().BeEquivalentTo(["good/report.html", "bad/report.html"], "what does not verify is linked nowhere");
        foreach (var link in page.Values("href").Where(h => h.Contains("#exchange-", StringComparison.Ordinal)))
        {
            var parts = link.Split('#');
            (await File.ReadAllTextAsync(Path.Combine(console.WorkingDirectory, "out", parts[0]))).Should().Contain($"id=\"{parts[1]}\"");
        }
    }

    [Test]
    public async Task The_document_follows_its_schema_and_the_table_opens_in_a_spreadsheet()
    {
        using var console = Console();
        await RunAsync(console, "good.zip", "bad.zip", "--profile", "rfp.yaml", "--out", "out");

        var json = await File.ReadAllTextAsync(Path.Combine(console.WorkingDirectory, "out", "comparison.json"));
        (await JsonSchema.FromFileAsync(Repository.PathOf("fixtures", "schemas", "comparison.schema.json"))).Validate(json).Should().BeEmpty();
        JsonDocument.Parse(json).RootElement.GetProperty("clauses").EnumerateArray().Should().Contain(c => c.GetProperty("requirement").GetString() == "GR2-DATE-001");
        var table = await File.ReadAllBytesAsync(Path.Combine(console.WorkingDirectory, "out", "comparison.csv"));
        table.Should().StartWith([0xEF, 0xBB, 0xBF]);
        var lines = Encoding.UTF8.GetString(table).Split("\r\n");
        lines[0].Should().EndWith("kind,duty,name,statement,good,bad");
        lines.Should().Contain(l => l.StartsWith("clause,mandatory,GR2-DATE-001,", StringComparison.Ordinal) && l.EndsWith(",pass,fail", StringComparison.Ordinal));
    }

    [Test]
    public async Task A_name_that_is_a_formula_or_markup_stays_a_name()
    {
        using var console = Console();
        await File.WriteAllBytesAsync(Path.Combine(console.WorkingDirectory, "=1+1 <b>x.zip"), good);

        await RunAsync(console, "=1+1 <b>x.zip", "good.zip", "--profile", "rfp.yaml", "--out", "out");

        (await File.ReadAllTextAsync(Path.Combine(console.WorkingDirectory, "out", "comparison.csv"))).Should().Contain(",\"'=1+1 <b>x\",");
        Page(console).Text.Should().Contain("=1+1 <b>x");
    }

    [Test]
    public async Task A_report_without_evidence_is_told_apart()
    {
        using var console = Console();
        await File.WriteAllBytesAsync(Path.Combine(console.WorkingDirectory, "report.json"), CityBundle.Members(good)["report.json"]);

        var exitCode = await RunAsync(console, "good.zip", "report.json", "--profile", "rfp.yaml", "--out", "out");

        exitCode.Should().Be(0);
        console.OutText.ToString().Should().Contain("report (a report without evidence)");
        Page(console).Text.Should().Contain("A report without evidence. Nothing in it could be derived again.");
    }

    [Test]
    public async Task Two_runs_of_one_endpoint_tell_what_was_fixed_and_what_broke()
    {
        using var console = Console();
        var (before, after) = (Text(bad), Text(good));
        var endpoint = JsonDocument.Parse(before).RootElement.GetProperty("target").GetProperty("endpoint").GetString()!;
        var other = JsonDocument.Parse(after).RootElement.GetProperty("target").GetProperty("endpoint").GetString()!;
        console.WriteFile("before.json", before);
        console.WriteFile("after.json", after.Replace(other, endpoint, StringComparison.Ordinal));

        await RunAsync(console, "before.json", "after.json", "--profile", "rfp.yaml", "--out", "out", "--lang", "de");
        console.OutText.ToString().Should().MatchRegex(@"before to after: [1-9]\d* fixed, 0 broke, 0 no longer exercised, 0 new in the suite\.");
        Page(console).Text.Should().Contain("Was sich zwischen zwei Läufen geändert hat").And.Contain("Behoben: ");

        static string Text(byte[] bundle) => Encoding.UTF8.GetString(CityBundle.Members(bundle)["report.json"]);
    }

    [Test]
    public async Task What_is_no_bid_is_told()
    {
        using var console = Console();
        console.WriteFile("junk.zip", "junk");
        console.WriteFile("other.json", "{}");

        (await RunAsync(console, "good.zip", "--out", "out")).Should().Be(2);
        (await RunAsync(console, "good.zip", "missing.zip", "--out", "out")).Should().Be(2);
        console.ErrorText.ToString().Should().Contain("two bundles or more").And.Contain("There is no file 'missing.zip'");
        (await RunAsync(console, "good.zip", "junk.zip", "other.json", "--profile", "rfp.yaml", "--out", "out")).Should().Be(1);
        Page(console).Text.Should().Contain("The file is not a zip, so it is no bundle.").And.Contain("The file is neither a bundle nor a report of the form open311-report/1.");
    }

    static Task<int> RunAsync(FakeConsole console, params string[] args) => Open311Application.RunAsync(["compare", .. args], console);

    static HtmlPage Page(FakeConsole console) => new(File.ReadAllText(Path.Combine(console.WorkingDirectory, "out", "comparison.html")));

    FakeConsole Console()
    {
        var console = new FakeConsole();
        foreach (var (name, content) in new Dictionary<string, byte[]> { ["good.zip"] = good, ["bad.zip"] = bad, ["forged.zip"] = forged })
            File.WriteAllBytes(Path.Combine(console.WorkingDirectory, name), content);
        console.WriteFile("rfp.yaml", "name: rfp\ntitle: The tender\nmandatory:\n  requirements: [GR2-SVC-001, GR2-DATE-001]\n");
        return console;
    }
}
