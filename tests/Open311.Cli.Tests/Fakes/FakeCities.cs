using Open311.Cli.Rooms;
using Open311.Mock.Clients;
using Open311.Mock.Dialects;

namespace Open311.Cli.Tests.Fakes;

/// <summary>A city that opens no port.</summary>
internal sealed class FakeCities : ICities, IMockCity
{
    // Read once: a dialect is held against every known defect and freedom, which takes longer than most tests here.
    static readonly IReadOnlyList<Dialect> dialects =
    [
        DialectCatalog.Parse("boston.yaml", """
            schema: open311-dialect/1
            id: boston
            title: A town of its own.
            software: Made up
            places: [Town, Other Town]
            needs: [jurisdiction]
            deviations:
              - title: status is Open or Closed.
                fault: status-capital
                ready: Compare status without regard to case.
              - title: Lists are short.
                variation: small-pages
                warns: []
              - title: Coordinates are missing.
                warns: [GR2-REQS-011]
                change:
                  - drop-field: { on: requests, field: lat }
            """),
    ];

    public IReadOnlyList<CityTrait> Faults { get; init; } =
    [
        new("xml-as-html", "XML answers are labelled text/html.", ["GR2-XML-001"]),
        new("json-wrapped", "JSON lists are wrapped in an object.", ["GR2-JSON-001", "GR2-JSON-002"]),
    ];

    public IReadOnlyList<CityTrait> Variations { get; } = [new("gzip", "Answers are compressed.", [])];

    public IReadOnlyList<Dialect> Dialects => dialects;

    public Uri Endpoint { get; } = new("http://127.0.0.1:3110/open311/v2");

    public Uri Discovery { get; } = new("http://127.0.0.1:3110/discovery.xml");

    public string? Jurisdiction { get; init; }

    public (int Port, IReadOnlyList<string> Faults, IReadOnlyList<string> Variations)? Started { get; private set; }

    /// <summary>What <c>mock</c> ordered last.</summary>
    public CityOrder? Ordered { get; private set; }

    public Uri Origin { get; } = new("http://127.0.0.1:3110");

    public Uri Admin { get; } = new("http://127.0.0.1:3110/__open311");

    public string? ApiKey { get; init; }

    public IReadOnlyList<string> JurisdictionIds { get; init; } = ["portlinden.example"];

    public int Seed => 311;

    DateTimeOffset IMockCity.Started { get; } = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    IReadOnlyList<string> IMockCity.Variations => ["gzip"];

    public IReadOnlyList<KeyValuePair<string, string>> SampleForm { get; init; } = [new("api_key", "made-up-key"), new("service_code", "it's"), new("lat", "1"), new("long", "2")];

    public long Calls { get; init; }

    public Func<IReadOnlyList<ClientScore>> MakeScores { get; init; } = () => [];

    public IReadOnlyList<ClientScore> Scores => MakeScores();

    public bool IsClosed { get; private set; }

    public Exception? Failure { get; set; }

    public Task<IOpenCity> StartAsync(int port, IReadOnlyList<string> faults, IReadOnlyList<string> variations, CancellationToken cancellation)
    {
        if (Failure is { } failure)
            throw failure;
        Started = (port, faults, variations);
        return Task.FromResult<IOpenCity>(this);
    }

    public Task<IMockCity> OpenAsync(CityOrder order, Action<string> tell, CancellationToken cancellation)
    {
        if (Failure is { } failure)
            throw failure;
        Ordered = order;
        return Task.FromResult<IMockCity>(this);
    }

    public ValueTask DisposeAsync()
    {
        IsClosed = true;
        return ValueTask.CompletedTask;
    }
}
