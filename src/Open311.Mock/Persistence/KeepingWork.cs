using Open311.Mock.Running;
using Open311.Mock.Store;

namespace Open311.Mock.Persistence;

/// <summary>One thing to be brought to the disk.</summary>
internal abstract record KeepingWork
{
    /// <summary>Done when it is on the disk.</summary>
    public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>A new request.</summary>
    public sealed record Post(Draft Draft, string State) : KeepingWork;

    /// <summary>How the clock stands.</summary>
    public sealed record Clock(ClockSetting Setting) : KeepingWork;

    /// <summary>Another state of everything.</summary>
    public sealed record Replacement(KeptCity City) : KeepingWork;
}
