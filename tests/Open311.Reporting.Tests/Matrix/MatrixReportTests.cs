using System.Text;
using System.Text.RegularExpressions;
using Open311.Reporting.Html;
using Open311.Reporting.Matrix;
using VerifyNUnit;

namespace Open311.Reporting.Tests.Matrix;

/// <summary>The kill matrix in each of its forms.</summary>
sealed class MatrixReportTests
{
    [Test]
    public async Task Shows_what_became_of_each_fault_on_a_page()
    {
        var html = Regex.Replace(await MatrixPageHtml.OfAsync(Matrices.Mixed()), "(?<=<style>).*?(?=</style>)", "...", RegexOptions.Singleline);
        await Verifier.Verify(Regex.Replace(html, "sha256-.*?(?=&#x27;)", "sha256-..."), "html");
    }

    [Test]
    public async Task Shows_it_to_programs()
    {
        using var json = new MemoryStream();
        await MatrixJson.WriteAsync(Matrices.Mixed(), json, CancellationToken.None);
        await Verifier.Verify(Encoding.UTF8.GetString(json.ToArray()), "json");
    }

    [Test]
    public async Task Shows_it_in_markdown() => await Verifier.Verify(MatrixMarkdown.Of(Matrices.Mixed()), "md");
}
