using Open311.Cli.Rooms;
using Open311.Cli.Settings;
using Open311.Conformance.Targets;

namespace Open311.Cli.Checking;

/// <summary>What <c>check</c> was asked to do, ready to be done.</summary>
internal sealed record CheckOptions
{
    /// <summary>What to test; null for the embedded city.</summary>
    public Target? Target { get; init; }

    /// <summary>The classes to judge, for the embedded city too.</summary>
    public IReadOnlyList<string> Classes { get; init; } = [];

    /// <summary>The globs over ids, for the embedded city too.</summary>
    public IReadOnlyList<string> Only { get; init; } = [];

    /// <summary>Whether the embedded city is to be one of several jurisdictions.</summary>
    public bool SeveralJurisdictions { get; init; }

    /// <summary>How to run.</summary>
    public required RunSettings Settings { get; init; }

    /// <summary>The folder of the reports as given; null for a new one.</summary>
    public string? Out { get; init; }

    /// <summary>The reports to write.</summary>
    public required ReportOrder Order { get; init; }

    /// <summary>Where the bundle goes, as given; null for none.</summary>
    public string? Bundle { get; init; }

    /// <summary>The file of the key to sign it with; null for none.</summary>
    public string? Sign { get; init; }

    /// <summary>The URL to wait for before anything is asked; null for none.</summary>
    public Uri? WaitFor { get; init; }

    /// <summary>How long to wait for it; null for the usual.</summary>
    public TimeSpan? WaitTimeout { get; init; }

    /// <summary>The profile to hold the run against, as given; null for none.</summary>
    public RawValue? Profile { get; init; }

    /// <summary>The file of known failures, as given; null for none.</summary>
    public string? Baseline { get; init; }

    /// <summary>Whether that file is to be written.</summary>
    public bool UpdateBaseline { get; init; }

    /// <summary>Print the last line only.</summary>
    public bool Quiet { get; init; }

    /// <summary>Print each exchange.</summary>
    public bool Verbose { get; init; }

    /// <summary>What is odd about the input, but no reason to stop.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
