using Open311.Reporting.Matrix;

namespace Open311.Reporting.Html;

/// <summary>Renders <c>matrix.html</c>.</summary>
static class MatrixPageHtml
{
    public static Task<string> OfAsync(KillMatrix matrix) => PageRenderer.RenderAsync<MatrixPage>(new Dictionary<string, object?>
    {
        [nameof(MatrixPage.Matrix)] = matrix,
        [nameof(MatrixPage.Style)] = Inline.Of("report.css", "fleet.css"),
    });
}
