using Open311.Conformance.Exchanges;
using Open311.Conformance.Targets;

namespace Open311.Conformance.Preflight;

/// <summary>Finds out whether a target can be judged at all, before any verdict exists.</summary>
public static class PreflightCheck
{
    /// <summary>
    /// Asks for the service list and, if that brings nothing to judge, looks for the reason: at most some twenty questions, all to the endpoint's host.
    /// Ready as soon as anything like Open311 data comes: how good it is, is for the cases to say.
    /// </summary>
    /// <param name="target">The target.</param>
    /// <param name="inquirer">Asks.</param>
    /// <param name="clock">The clock that the server's is compared with.</param>
    /// <param name="cancellation">Ends the run.</param>
    public static async Task<PreflightResult> RunAsync(Target target, Inquirer inquirer, TimeProvider clock, CancellationToken cancellation)
    {
        var result = await new PreflightCourse(target, inquirer, clock, cancellation).RunAsync();
        var redactor = new Evidence.Redactor(target.ApiKey);
        return result with
        {
            Message = redactor.Text(result.Message),
            Advice = result.Advice is { } advice ? redactor.Text(advice) : null,
            Notes = [.. result.Notes.Select(redactor.Text)],
        };
    }
}
