namespace Open311.Reporting.Matrix;

/// <summary>What a person reads in ten seconds about the kill matrix.</summary>
public static class MatrixSummary
{
    const int MostProblems = 40;

    /// <summary>As plain text.</summary>
    public static IReadOnlyList<string> Lines(KillMatrix matrix)
    {
        var problems = MatrixWording.Problems(matrix);
        return
        [
            $"{(matrix.Holds ? "Holds" : "Does not hold")}: {MatrixWording.Verdict(matrix)}.",
            "",
            .. MatrixWording.Facts(matrix).Select(f => $"  {f.Name}: {f.Value}"),
            .. problems.Count > 0 ? (string[])[""] : [],
            .. problems.Take(MostProblems).Select(p => $"  - {p}"),
            .. problems.Count > MostProblems ? (string[])[$"  {problems.Count - MostProblems} more are in the report."] : [],
        ];
    }

    /// <summary>As a table in Markdown, without the version of the suite, which changes with each commit.</summary>
    public static string Markdown(KillMatrix matrix) => MatrixMarkdown.Summary(matrix);
}
