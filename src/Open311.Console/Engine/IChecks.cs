using Open311.Conformance.Requirements;
using Open311.Conformance.Running;

namespace Open311.WebConsole.Engine;

/// <summary>The engine of <c>open311 check</c>.</summary>
public interface IChecks
{
    /// <summary>The conformance classes that can be chosen, in the order of the register.</summary>
    IReadOnlyList<ConformanceClass> Classes { get; }

    /// <summary>The names of the buyer's profiles that can be chosen.</summary>
    IReadOnlyList<string> Profiles { get; }

    /// <summary>Whether reports can be printed to PDF here.</summary>
    bool Prints { get; }

    /// <summary>Reads a form.</summary>
    /// <exception cref="FormException">Something in it cannot be used.</exception>
    CheckPlan Plan(CheckForm form);

    /// <summary>Runs a check and writes its reports; a cancelled one still writes what it found.</summary>
    /// <param name="plan">Made by <see cref="Plan"/>.</param>
    /// <param name="folder">Where the reports go; it exists.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancellation">Stops asking.</param>
    /// <exception cref="FailedCheckException">There is nothing to report.</exception>
    Task<CheckEnd> RunAsync(CheckPlan plan, DirectoryInfo folder, IProgress<RunProgress> progress, CancellationToken cancellation);
}
