using System.Text.RegularExpressions;
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
