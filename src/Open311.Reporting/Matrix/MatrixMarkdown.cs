using System.Text;
using Open311.Reporting.Markdown;

namespace Open311.Reporting.Matrix;

/// <summary>Writes <c>matrix.md</c>, and the summary that stands in the README.</summary>
static class MatrixMarkdown
{
    public static string Of(KillMatrix matrix)
    {
        var text = new StringBuilder($"# Kill matrix: {(matrix.Holds ? "✓" : "✗")} {MatrixWording.Verdict(matrix)}\n\n");
        text.Append(Summary(matrix));
        if (MatrixWording.Problems(matrix) is { Count: > 0 } problems)
        {
            text.Append("\n## What is wrong\n\n");
            foreach (var problem in problems)
                text.Append($"- {MarkdownText.Prose(problem)}\n");
        }

        text.Append("\n## Faults\n\n| Fault | Must notice it | Noticed it, too | Unrelated causes |\n|---|---|---|---|\n");
        foreach (var f in matrix.Faults)
        {
            var expected = string.Join(", ", f.Expected.Select(e => $"{e} ({MatrixWording.Word(f, e)})"));
            var unrelated = f.Unexpected.Count == 0 ? "none" : string.Join("; ", f.Unexpected.Select(u => MatrixWording.Fired(u.Fired)));
            text.Append($"| {MarkdownText.Prose(f.Id)}: {MarkdownText.Prose(f.Title)} | {expected} | {MatrixWording.Related(f)} | {unrelated} |\n");
        }

        text.Append("\n## Variations\n\n| Variation | Why it is lawful | Result |\n|---|---|---|\n");
        foreach (var v in matrix.Variations)
        {
            var result = v.Problems.Count > 0 ? string.Join("; ", v.Problems) : v.Warned.Count > 0 ? $"no complaint; warns, as announced: {string.Join(", ", v.Warned)}" : "no complaint";
            text.Append($"| {MarkdownText.Prose(v.Id)}: {MarkdownText.Prose(v.Title)} | {MarkdownText.Prose(v.Lawful)} | {MarkdownText.Prose(result)} |\n");
        }

        text.Append("\n## Requirements\n\n| Requirement | Level | Faults |\n|---|---|---|\n");
        foreach (var r in matrix.Requirements)
        {
            var faults = r.Faults.Count > 0 ? string.Join(", ", r.Faults) : MatrixWording.WithoutFault(r);
            text.Append($"| {r.Requirement.Id} | {r.Requirement.Level.ToString().ToLowerInvariant()} | {MarkdownText.Prose(faults)} |\n");
        }

        return text.ToString();
    }

    public static string Summary(KillMatrix matrix)
    {
        var text = new StringBuilder("| What | How it stands |\n|---|---|\n");
        foreach (var (name, value) in MatrixWording.Facts(matrix))
            text.Append($"| {name} | {value} |\n");
        return text.ToString();
    }
}
