using System.Text.RegularExpressions;
using Open311.Conformance.Requirements;
using Open311.Reporting.Comparison;
using Open311.Reporting.Languages;
using VerifyNUnit;

namespace Open311.Reporting.Tests.Comparison;

/// <summary>Bids side by side in each of the forms.</summary>
sealed class ComparisonTests
{
    [TestCase(Language.English)]
    [TestCase(Language.German)]
    public async Task Sets_bids_side_by_side_on_a_page(Language language)
    {
        var html = Regex.Replace(await WrittenAsync("comparison.html", language), "(?<=<style>).*?(?=</style>)", "...", RegexOptions.Singleline);
        await Verifier.Verify(Regex.Replace(html, "sha256-.*?(?=&#x27;)", "sha256-..."), "html");
    }

    [Test]
    public async Task Sets_them_side_by_side_in_a_table() => await Verifier.Verify(await WrittenAsync("comparison.csv"), "csv");

    [Test]
    public async Task Sets_them_side_by_side_for_programs() => await Verifier.Verify(await WrittenAsync("comparison.json"), "json");

    [TestCase("fail", "pass", Standing.Verified, true, false)]
    [TestCase("pass", "fail", Standing.Broken, false, false, TestName = "What a bid says that does not verify violates nothing")]
    [TestCase("pass", "inconclusive", Standing.Verified, false, true)]
    [TestCase("pass", "none", Standing.Unproven, false, true)]
    [TestCase("fail", "skipped", Standing.Verified, true, false)]
    [TestCase("pass", "not-applicable", Standing.Verified, false, false, TestName = "What concerns nothing that a bid has is not missing")]
    [TestCase("info", "warn", Standing.Verified, false, false)]
    public void A_clause_is_violated_or_not_shown_by_a_bid_that_counts(string one, string other, Standing standing, bool violated, bool open)
    {
        Bid[] bids = [new Bid { Name = "a", File = "a.zip", Standing = Standing.Verified }, new Bid { Name = "b", File = "b.zip", Standing = standing }];
        var row = new ClauseRow(RequirementCatalog.Load()["GR2-SVC-001"], [new(one, "", null), new(other, "", null)]);

        (row.IsViolated(bids), row.IsOpen(bids)).Should().Be((violated, open));
    }

    static async Task<string> WrittenAsync(string name, Language language = Language.English)
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var files = await ComparisonWriter.WriteAsync(Comparisons.Mixed(), folder, language);
            return await File.ReadAllTextAsync(files.Single(f => f.Name == name).FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
