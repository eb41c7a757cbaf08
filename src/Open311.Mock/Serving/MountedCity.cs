using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Open311.Mock.Cities;
using Open311.Mock.Clients;
using Open311.Mock.Disturbances;
using Open311.Mock.Fixtures;
using Open311.Mock.Journal;
using Open311.Mock.Running;

namespace Open311.Mock.Serving;

/// <summary>
/// A city in somebody else's pipeline: it answers whatever calls it is handed, and listens nowhere itself. <see cref="CityServer"/> is one with
/// a listener of its own.
/// </summary>
public sealed class MountedCity : IAsyncDisposable
{
    readonly ServerParts parts;

    MountedCity(ServerParts parts) => this.parts = parts;

    /// <summary>The city served.</summary>
    public City City => Running.City;

    /// <summary>Its clock and its state.</summary>
    public RunningCity Running => parts.City;

    /// <summary>Scheme, host and port that it is reached at; see <see cref="At"/>.</summary>
    public Uri Origin { get; private set; } = new("http://localhost");

    /// <summary>The base of the API, without a trailing slash.</summary>
    public Uri Endpoint => Running.Endpoint;

    /// <summary>The discovery document, without its extension.</summary>
    public Uri Discovery => new(Origin, $"{Running.Rules.DiscoveryPath}/discovery");

    /// <summary>The base of the administration, without a trailing slash.</summary>
    public Uri Admin => new(Origin, parts.Options.AdminPath);

    /// <summary>Whether XML is served.</summary>
    public bool Xml => Running.Rules.Xml;

    /// <summary>Whether JSON is served.</summary>
    public bool Json => Running.Rules.Json;

    /// <summary>Whether every call must name its jurisdiction.</summary>
    public bool DemandsJurisdiction => City.Jurisdictions.Count > 1 || Running.Rules.Misbehaviour.JurisdictionDemanded;

    /// <summary>The calls received.</summary>
    public CallJournal Journal => parts.Journal;

    /// <summary>What clients did right and wrong.</summary>
    public ClientScores Scores => parts.Scores;

    /// <summary>The form of a POST that this city accepts, to show how it is done: key, location, and what the service requires.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> SampleForm => SampleReport.Of(City, DemandsJurisdiction);

    /// <summary>The ids of the variations that are in force.</summary>
    public IReadOnlyList<string> Variations => parts.Variations;

    /// <summary>Raised after everything was put back to the start, by <see cref="Reset"/> or by the administration.</summary>
    public event Action? WasReset
    {
        add => parts.WasReset += value;
        remove => parts.WasReset -= value;
    }

    /// <summary>Opens a city. It answers at once; address and port of the options are of no account.</summary>
    /// <param name="options">What to serve; the embedded default city when null.</param>
    /// <exception cref="FixtureException">The city, a variation or a fault is malformed or unknown.</exception>
    /// <exception cref="CityException">The city cannot run as the options ask.</exception>
    /// <exception cref="DisturbanceException">A disturbance cannot be read.</exception>
    public static MountedCity Open(CityServerOptions? options = null) => new(ServerParts.Of(options ?? new CityServerOptions()));

    /// <summary>Says where the city is reached: discovery tells it, and the file named by the options is watched from now on.</summary>
    /// <param name="origin">Scheme, host and port.</param>
    public void At(Uri origin)
    {
        Origin = origin;
        Running.Endpoint = parts.EndpointAt(origin);
        parts.Watch();
    }

    /// <summary>Whether a call is one of administration, which is answered by the city whatever stands in front of it.</summary>
    public bool IsAdministration(HttpContext context) => parts.Admin.Serves(context);

    /// <summary>Answers a call: API, discovery or administration.</summary>
    /// <param name="context">Its body must still be there to be read; its answer must not have been begun.</param>
    public Task HandleAsync(HttpContext context) => parts.Admin.Serves(context) ? parts.Admin.HandleAsync(context) : parts.Calls.HandleAsync(context);

    /// <summary>Keeps in the journal a call that somebody in front of the city answered. Its client is not judged by it.</summary>
    /// <param name="context">The call, already answered.</param>
    /// <param name="answer">Who answered, and with what.</param>
    public void Note(HttpContext context, ForeignAnswer answer) => parts.Journal.Add(answer.ToEntry(context, parts.Options.Time));

    /// <summary>Keeps in the journal, with a finding, what a listener refuses because it is no HTTP: no handler ever gets it.</summary>
    /// <param name="listener">The one of the services of the host.</param>
    /// <returns>To be disposed when the host stops.</returns>
    public IDisposable Overhear(DiagnosticListener listener) => new BadRequestWatch(listener, parts);

    /// <summary>Forgets what clients posted and did: city, journal and scores are as at the start.</summary>
    public void Reset() => parts.Reset();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => parts.DisposeAsync();
}
