using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Open311.Reporting.Matrix;

/// <summary>Writes <c>matrix.json</c>; its schema is <c>fixtures/schemas/kill-matrix.schema.json</c>.</summary>
static class MatrixJson
{
    public const string Schema = "open311-kill-matrix/1";

    static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public static Task WriteAsync(KillMatrix matrix, Stream output, CancellationToken cancellation) =>
        JsonSerializer.SerializeAsync(output, Root(matrix), Options, cancellation);

    static object Root(KillMatrix matrix) => new
    {
        Schema,
        Tool = new { Name = "open311", Version = matrix.ToolVersion },
        matrix.RequirementSet,
        matrix.Part,
        matrix.Holds,
        Summary = new
        {
            Faults = matrix.Faults.Count,
            Missed = matrix.Misses.Count,
            NoOps = matrix.NoOps.Count,
            Variations = matrix.Variations.Count,
            Complaints = matrix.Complaints.Count,
            MeanUnrelated = Math.Round(matrix.MeanUnrelated, 4),
            Musts = matrix.Requirements.Count(r => r.IsDue),
            MustsWithFault = matrix.Requirements.Count(r => r is { IsDue: true, Faults.Count: > 0 }),
            MustsExcused = matrix.Excused.Count,
            MustsUnproven = matrix.Unproven.Count,
        },
        Problems = MatrixWording.Problems(matrix),
        Faults = matrix.Faults.Select(Fault),
        Variations = matrix.Variations.Select(v => new { v.Id, v.Title, v.Area, v.Lawful, v.Requirements, v.Warned, v.Problems, Differs = v.Proof, v.Errors }),
        Requirements = matrix.Requirements.Select(r => new { r.Requirement.Id, r.Requirement.Level, r.Requirement.Area, r.Faults, r.Reason, r.Requirement.Untested }),
    };

    static object Fault(FaultRow f) => new
    {
        f.Id,
        f.Title,
        f.Area,
        f.Needs,
        Subtle = f.IsSubtle,
        f.Expected,
        f.Follows,
        Fired = f.Fired.Select(Fired),
        f.Missed,
        Unexpected = f.Unexpected.Select(u => new { u.Requirement, u.Headline, Fired = u.Fired.Select(Fired) }),
        f.Unrelated,
        Differs = f.Proof,
        f.Errors,
    };

    static object Fired(FiredRequirement fired) => new { fired.Requirement, fired.Verdict };
}
