using Open311.Conformance.Running;

namespace Open311.Cli.Checking;

/// <summary>Shows a run while it goes on.</summary>
internal interface IRunDisplay
{
    /// <summary>Does the work and shows its progress until it ends.</summary>
    Task<T> ShowAsync<T>(Func<IProgress<RunProgress>, Task<T>> work);
}
