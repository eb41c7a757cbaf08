using System.Text;
using Open311.Reporting.Html;

namespace Open311.Reporting.Matrix;

/// <summary>Writes the kill matrix: a page, a file for programs, and Markdown.</summary>
public static class KillMatrixWriter
{
    /// <summary>The page.</summary>
    public const string PageName = "matrix.html";

    /// <summary>The file for programs.</summary>
    public const string JsonName = "matrix.json";

    /// <summary>The Markdown.</summary>
    public const string MarkdownName = "matrix.md";

    /// <summary>Writes all three; they appear together or, when one cannot be written, none does.</summary>
    /// <param name="matrix">What to write.</param>
    /// <param name="folder">Created when missing; an earlier matrix there is replaced.</param>
    /// <returns>The files written, the page first.</returns>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public static async Task<IReadOnlyList<FileInfo>> WriteAsync(KillMatrix matrix, DirectoryInfo folder)
    {
        folder.Create();
        using var files = new StagedFiles(folder);
        await using (var page = files.Create(PageName))
            await page.WriteAsync(Bytes(await MatrixPageHtml.OfAsync(matrix)));
        await using (var json = files.Create(JsonName))
            await MatrixJson.WriteAsync(matrix, json, CancellationToken.None);
        await using (var markdown = files.Create(MarkdownName))
            await markdown.WriteAsync(Bytes(MatrixMarkdown.Of(matrix)));
        return files.Publish();
    }

    static byte[] Bytes(string text) => new UTF8Encoding(false).GetBytes(text);
}
