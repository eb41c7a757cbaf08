using Open311.Conformance.Targets;

namespace Open311.Conformance.NUnit;

/// <summary>What a test project says about the server it certifies. Defaults suit a correct server in the same process.</summary>
/// <param name="Endpoint">
/// The endpoint: resources are asked at <c>{Endpoint}/services.xml</c>. For an app in the same process its path, such as <c>/open311/v2</c>; else a URL.
/// </param>
public sealed record ConformanceOptions(string Endpoint = "/")
{
    /// <summary>The discovery document or the folder it is in, as a path or a URL; null to look in the obvious places.</summary>
    public string? Discovery { get; init; }

    /// <summary>The jurisdiction ids to send, the one to test with first; empty when the server needs none.</summary>
    public IReadOnlyList<string> Jurisdictions { get; init; } = [];

    /// <summary>A key that may post. It reaches no message and no report.</summary>
    public string? ApiKey { get; init; }

    /// <summary>
    /// Whether test reports are posted. Null for the usual: yes for an app that this process started, once <see cref="ApiKey"/> is given, since the key and
    /// the app's data are the test project's own; no for a URL. Nothing is posted without a key.
    /// </summary>
    public bool? AllowWrites { get; init; }

    /// <summary>Whether to post to a URL even where discovery calls it production, or does not say. An app in the same process is never production.</summary>
    public bool Production { get; init; }

    /// <summary>The conformance classes to judge, such as <c>read-xml</c>; empty for all that can be decided. The tests of the others are ignored.</summary>
    public IReadOnlyList<string> Classes { get; init; } = [];

    /// <summary>Seeds every choice of the suite.</summary>
    public int Seed { get; init; } = 311;

    /// <summary>Warnings fail.</summary>
    public bool Strict { get; init; }

    /// <summary>
    /// A file of known failures, as <c>open311 check --baseline</c> has it, beside the test assembly or below the working directory: known ones warn; new ones
    /// fail, and so do entries that are stale or expired. Null for none.
    /// </summary>
    public string? Baseline { get; init; }

    /// <summary>A buyer's profile, a shipped one or a file: what it does not demand warns instead of failing. Null for none.</summary>
    public string? Profile { get; init; }

    /// <summary>A folder for the reports of the run, the evidence, and a baseline of what fails today; null for none.</summary>
    public string? Reports { get; init; }

    /// <summary>Says more about the target: extensions, extra headers, places for test reports. Sees what the other options made of it.</summary>
    public Func<Target, Target> Target { get; init; } = target => target;

    /// <summary>Says more about the run: rate, time limits. Sees what the other options made of it.</summary>
    public Func<RunSettings, RunSettings> Settings { get; init; } = settings => settings;
}
