using Open311.Cli.Rooms;

namespace Open311.Cli.Tests.Fakes;

/// <summary>A city that opens no port.</summary>
internal sealed class FakeCities : ICities, IOpenCity
{
    public IReadOnlyList<CityTrait> Faults { get; init; } =
    [
        new("xml-as-html", "XML answers are labelled text/html.", ["GR2-XML-001"]),
        new("json-wrapped", "JSON lists are wrapped in an object.", ["GR2-JSON-001", "GR2-JSON-002"]),
    ];

    public IReadOnlyList<CityTrait> Variations { get; } = [new("gzip", "Answers are compressed.", [])];

    public Uri Endpoint { get; } = new("http://127.0.0.1:3110/open311/v2");

    public Uri Discovery { get; } = new("http://127.0.0.1:3110/discovery.xml");

    public string? Jurisdiction { get; init; }

    public (int Port, IReadOnlyList<string> Faults, IReadOnlyList<string> Variations)? Started { get; private set; }

    public bool IsClosed { get; private set; }

    public Exception? Failure { get; set; }

    public Task<IOpenCity> StartAsync(int port, IReadOnlyList<string> faults, IReadOnlyList<string> variations, CancellationToken cancellation)
    {
        if (Failure is { } failure)
            throw failure;
        Started = (port, faults, variations);
        return Task.FromResult<IOpenCity>(this);
    }

    public ValueTask DisposeAsync()
    {
        IsClosed = true;
        return ValueTask.CompletedTask;
    }
}
