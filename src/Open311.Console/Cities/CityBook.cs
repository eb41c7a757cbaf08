using Open311.Mock.Cities;
using Open311.Mock.Dialects;
using Open311.Mock.Disturbances;
using Open311.Mock.Faults;
using Open311.Mock.Fixtures;
using Open311.Mock.Running;
using Open311.Mock.Serving;
using Open311.WebConsole.Engine;
using Open311.WebConsole.Guarding;
using Open311.WebConsole.Runs;

namespace Open311.WebConsole.Cities;

/// <summary>The mock cities of a console: on loopback, few, and in memory alone. Safe for use by several threads.</summary>
internal sealed class CityBook(CheckReach reach, TimeProvider clock) : IAsyncDisposable
{
    /// <summary>The most there may be at a time.</summary>
    public const int Most = 5;

    /// <summary>The calls that each of them keeps.</summary>
    public const int Kept = 200;

    const long KeptBytes = 8 * 1024 * 1024;
    const int MostFaults = 20;

    static readonly char[] separators = [',', ' ', '\t', '\r', '\n', ';'];

    readonly Lazy<FaultCatalog> faults = new(FaultCatalog.Load);
    readonly Lazy<DialectCatalog> dialects = new(DialectCatalog.Load);
    readonly SemaphoreSlim opening = new(1);
    readonly Lock gate = new();
    readonly List<RunningMock> open = [];

    /// <summary>The embedded cities to choose from.</summary>
    public static IReadOnlyList<string> Names { get; } = [City.DefaultName, City.SeveralName];

    /// <summary>The dialects to choose from.</summary>
    public IReadOnlyList<Dialect> Dialects => dialects.Value.All;

    /// <summary>The faults to choose from.</summary>
    public IReadOnlyList<Fault> Faults => faults.Value.All;

    /// <summary>Those that are open, the oldest first.</summary>
    public IReadOnlyList<RunningMock> All
    {
        get
        {
            lock (gate)
                return [.. open];
        }
    }

    public RunningMock? Find(string? id) => All.FirstOrDefault(c => c.Id == id);

    /// <summary>Opens a city.</summary>
    /// <exception cref="FormException">It cannot be opened as asked.</exception>
    public async Task<string> StartAsync(CityForm form, CancellationToken cancellation)
    {
        var chosen = Chosen(form.Faults);
        if (form.City.Length > 0 && !Names.Contains(form.City))
            throw new RefusedException("no-city", ("name", Cut(form.City)), ("names", string.Join(", ", Names)));
        var dialect = form.Dialect.Length == 0 ? null
            : Dialects.FirstOrDefault(d => d.Id == form.Dialect) ?? throw new RefusedException("no-dialect", ("name", Cut(form.Dialect)));
        await opening.WaitAsync(cancellation);
        try
        {
            if (All.Count >= Most)
                throw new RefusedException("cities", ("n", Most));
            var server = await CityServer.StartAsync(
                new CityServerOptions
                {
                    City = form.City.Length > 0 ? City.Load(form.City) : null,
                    Dialect = dialect?.Id,
                    Faults = chosen,
                    KnownFaults = faults.Value,
                    Time = clock,
                    JournalEntries = Kept,
                    JournalBytes = KeptBytes,
                },
                cancellation);
            reach.Open(server.Origin.Port);
            var mock = new RunningMock(RowId.New(), dialect is null ? server.City.Name : $"{server.City.Name}, {dialect.Title.TrimEnd('.')}", chosen, server, clock.GetUtcNow());
            lock (gate)
                open.Add(mock);
            return mock.Id;
        }
        catch (Exception e) when (e is FixtureException or CityException or DisturbanceException or IOException)
        {
            throw new FormException(e.Message);
        }
        finally
        {
            opening.Release();
        }
    }

    /// <summary>Closes a city, if it is open.</summary>
    public async Task StopAsync(string? id)
    {
        RunningMock? mock;
        lock (gate)
        {
            mock = open.FirstOrDefault(c => c.Id == id);
            if (mock is null)
                return;
            open.Remove(mock);
        }

        reach.Close(mock.Server.Origin.Port);
        await mock.Server.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var mock in All)
            await StopAsync(mock.Id);
        opening.Dispose();
    }

    string[] Chosen(string text)
    {
        string[] ids = [.. text.Split(separators, StringSplitOptions.RemoveEmptyEntries).Distinct()];
        if (ids.Length > MostFaults)
            throw new RefusedException("faults", ("n", ids.Length), ("most", MostFaults));
        return ids.FirstOrDefault(id => Faults.All(f => f.Id != id)) is { } unknown
            ? throw new RefusedException("no-fault", ("name", Cut(unknown)))
            : ids;
    }

    static string Cut(string text) => Reporting.Text.VisibleText.OneLine(text.Length > 60 ? text[..60] + "..." : text);
}
