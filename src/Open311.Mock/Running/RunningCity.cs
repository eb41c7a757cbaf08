using System.Text.Json;
using Open311.Mock.Alterations;
using Open311.Mock.Answers;
using Open311.Mock.Cities;
using Open311.Mock.Fixtures;
using Open311.Mock.Generation;
using Open311.Mock.Persistence;
using Open311.Mock.Questions;
using Open311.Mock.Store;
using Open311.Protocol;

namespace Open311.Mock.Running;

/// <summary>
/// A city that lives: its clock, its requests, and who answers for it. It knows nothing of connections; a server puts questions to it.
/// Safe for use by several threads.
/// </summary>
public sealed class RunningCity : IAsyncDisposable
{
    // Far above the numbers of made-up requests, so that one sees which were posted.
    internal const long FirstPosted = 1_000_000;

    readonly RunningCityOptions options;
    readonly AlteredCity altered;
    readonly RequestStore store;
    readonly IRequestKeeper keeper;
    readonly FileKeeper? files;
    readonly int seed;
    volatile CityScene scene;

    RunningCity(City served, RunningCityOptions options, DataFile? file)
    {
        this.options = options;
        altered = options.Altered;
        Clock = new CityClock(options.Time, options.StartAt, options.Frozen);
        Rules = altered.Change(options.Settle(new CityRules
        {
            Xml = options.Formats.Contains(DataFormat.Xml),
            Json = options.Formats.Contains(DataFormat.Json),
            Lenient = options.Lenient,
        }));
        var kept = file?.Load(served);
        if (kept is not null && options.StartAt is null && !options.Frozen)
            Clock.Apply(kept.Clock);
        var started = kept?.Started ?? Clock.GetUtcNow();
        seed = kept?.Seed ?? options.Seed;
        store = new RequestStore(Clock, kept?.Content ?? Seed(served, started));
        files = file is null ? null : new FileKeeper(file, served.Name, store, Clock);
        keeper = (IRequestKeeper?)files ?? new MemoryKeeper(store);
        scene = Stage(served, started);
        if (files is null)
            return;
        if (kept is null)
            files.ReplaceAsync(new KeptCity(store.Content, Clock.Setting, seed, started)).GetAwaiter().GetResult();
        Clock.Changed += () => files.KeepClockAsync().GetAwaiter().GetResult();
    }

    /// <summary>The city served, in the edition that the options ask for.</summary>
    public City City => scene.City;

    /// <summary>Its time, which the user owns.</summary>
    public CityClock Clock { get; }

    /// <summary>Counts at this moment.</summary>
    public CityStatistics Statistics => store.Statistics;

    /// <summary>What clients posted and is listed by now, the newest first; of each no more than stands in the public list.</summary>
    public IReadOnlyList<PostedRequest> Posted =>
        [.. store.Listed(null).Where(r => r.Sequence >= FirstPosted).Select(r => new PostedRequest(r.Id, r.Jurisdiction, r.Service.Name, r.Closed, r.Requested, r.Lat, r.Long))];

    internal CityRules Rules { get; }

    internal AlteredCity Altered => altered;

    /// <summary>Where the endpoint is reached; discovery says so.</summary>
    internal Uri Endpoint { get; set; } = new("http://localhost/open311/v2");

    /// <summary>Opens a city.</summary>
    /// <param name="city">What it offers.</param>
    /// <param name="options">How it runs; the defaults when null.</param>
    /// <exception cref="CityException">The city cannot run as the options ask; the message says why.</exception>
    public static RunningCity Open(City city, RunningCityOptions? options = null)
    {
        options ??= new RunningCityOptions();
        if (options.Formats.Count == 0)
            throw new CityException("A city needs at least one format. Choose xml, json or both.");
        var served = options.Altered.Change(CityVariant.Of(city, options.Mode, options.Types));
        var file = options.DataFile is { } path ? DataFile.Open(path) : null;
        try
        {
            return new RunningCity(served, options, file);
        }
        catch
        {
            file?.Dispose();
            throw;
        }
    }

    /// <summary>Everything posted is forgotten, the clock is as at the start, and the seed's requests are made up anew.</summary>
    /// <exception cref="CityException">The data file could not be written. Nothing changed.</exception>
    public void Reset()
    {
        var origin = Clock.Origin();
        var started = Clock.Reading(origin);
        Replace(new KeptCity(Seed(City, started), origin, seed, started));
        scene = Stage(City, started);
    }

    /// <summary>The whole state as JSON (<c>open311-city-state/1</c>): clock and requests, those not yet listed included.</summary>
    public byte[] Snapshot()
    {
        var content = store.Content;
        return JsonSerializer.SerializeToUtf8Bytes(
            new CityState
            {
                Schema = CityState.CurrentSchema,
                City = City.Name,
                Clock = StateMapper.Write(Clock.Setting),
                Next = content.Next,
                Requests = [.. content.Requests.Select(StateMapper.Write)],
            },
            StateJson.Default.CityState);
    }

    /// <summary>Takes over a state that <see cref="Snapshot"/> gave. Nothing changes when it is refused.</summary>
    /// <exception cref="CityException">The bytes are no snapshot, or not one of this city, or the data file could not be written.</exception>
    public void Restore(ReadOnlySpan<byte> snapshot)
    {
        var (content, clock) = StateReader.Read(snapshot, City);
        Replace(new KeptCity(content, clock, seed, scene.Started));
    }

    /// <summary>Serves another edition of the city from now on; its requests stay.</summary>
    /// <param name="city">The new edition.</param>
    /// <exception cref="CityException">The city cannot run as the options ask. The old edition goes on being served.</exception>
    public void Reload(City city)
    {
        var served = Served(city);
        var services = new ServiceDirectory(served);
        store.Rework(r => r with { Service = services.Find(r.Service.Code, r.Service.Name, r.Jurisdiction) });
        scene = Stage(served, scene.Started);
    }

    /// <summary>Reads a city file again and serves it; when it cannot be served, the old edition goes on.</summary>
    /// <param name="path">The path of a city file.</param>
    public ReloadOutcome Reload(string path)
    {
        try
        {
            Reload(City.LoadFile(path));
            return new ReloadOutcome(true, null);
        }
        catch (Exception e) when (e is FixtureException or CityException)
        {
            return new ReloadOutcome(false, e.Message);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => files?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>Whether a jurisdiction lists a request of this id.</summary>
    internal bool Lists(string jurisdiction, string id) => store.ById(jurisdiction, id) is not null;

    /// <summary>Answers a question. What was posted is safe when the task is done.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="rules">Rules for this answer alone; the city's own when null.</param>
    internal async Task<Reply> AnswerAsync(Question question, CityRules? rules = null)
    {
        var now = scene;
        var reply = (rules is null || rules == Rules ? now.Desk : Desk(now.City, now.Started, rules)).Answer(question);
        try
        {
            await reply.Kept;
            return reply;
        }
        catch (CityException e)
        {
            return Reply.Error(reply.Format, 503, e.Message);
        }
    }

    City Served(City city) => altered.Change(CityVariant.Of(city, options.Mode, options.Types));

    void Replace(KeptCity kept)
    {
        if (files is null)
            store.Replace(kept.Content, () => Clock.Apply(kept.Clock));
        else
            files.ReplaceAsync(kept).GetAwaiter().GetResult();
    }

    StoreContent Seed(City city, DateTimeOffset started)
    {
        var requests = options.Known ?? new RequestGenerator(city, seed, started).Generate();
        return new StoreContent(requests, Math.Max(FirstPosted, requests.Select(r => r.Sequence + 1).DefaultIfEmpty().Max()));
    }

    CityScene Stage(City city, DateTimeOffset started) => new(city, started, Desk(city, started, Rules));

    CityDesk Desk(City city, DateTimeOffset started, CityRules rules) =>
        new(city, store, rules, Clock, started, () => Endpoint, new PostDesk(city, keeper, Clock, seed));
}
