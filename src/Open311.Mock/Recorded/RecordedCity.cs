using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Open311.Mock.Answers;
using Open311.Mock.Serving;
using Open311.Mock.Store;
using Open311.Protocol;
using Open311.Recordings.Cassettes;
using Open311.Recordings.Reading;
using Open311.Recordings.Replaying;

namespace Open311.Mock.Recorded;

/// <summary>A city that says what was recorded of it, byte for byte.</summary>
sealed class RecordedCity
{
    const int MostAddressed = 256;

    static readonly string[] framing = ["Content-Length", "Transfer-Encoding", "Connection", "Keep-Alive"];

    readonly RecordedCityOptions options;
    readonly ReplayBook book;
    readonly Lazy<HashSet<string>> ids;
    readonly ConcurrentDictionary<(int Number, string Origin), Take> addressed = new();
    DateShift shift = new(0);

    public RecordedCity(RecordedCityOptions options)
    {
        this.options = options;
        Paths = new RecordedPaths(options.Recording);
        Facts = new RecordedFacts(options.Recording, Paths);
        City = Facts.City();
        book = new ReplayBook(options.Recording.Cassette, options.Recording.Info.Source, options.Recording.Info.Scrubbed is not null);
        ids = new(() => [.. Facts.Requests(City, default).Select(r => r.Id)]);
    }

    public RecordedPaths Paths { get; }

    public RecordedFacts Facts { get; }

    /// <summary>What it offers, for the judge of clients and for the simulator.</summary>
    public Cities.City City { get; }

    /// <summary>Whether the simulator answers what was not recorded.</summary>
    public bool Blends => options.Blend;

    /// <summary>The requests that the simulator knows from the beginning.</summary>
    public IReadOnlyList<ServiceRequest> Requests => Blends ? Facts.Requests(City, TimeSpan.FromDays(shift.Days)) : [];

    /// <summary>By how many days dates are moved.</summary>
    public int ShiftedDays => shift.Days;

    /// <summary>Settles by how many whole days dates are moved, so that the newest request lies just before an instant.</summary>
    public void Start(DateTimeOffset now)
    {
        if (options.ShiftDates && Facts.Requests(City, default) is [.., var newest])
            shift = new((int)Math.Floor((now - newest.Requested).TotalDays));
    }

    public bool Knows(string id) => ids.Value.Contains(id);

    public void Rewind() => book.Rewind();

    /// <summary>What was recorded for a call; null when nothing was.</summary>
    /// <param name="received">The call.</param>
    /// <param name="now">When it came.</param>
    /// <param name="origin">Where this city is reached.</param>
    public WireAnswer? Replay(Received received, DateTimeOffset now, string origin)
    {
        if (book.Find(Asked(received, now)) is not { } take)
            return null;
        if (shift.Days != 0 || (!options.Exact && IsAddressed(take)))
            take = Adapted(take, origin);
        return Answer(take, received.Method == "HEAD") with { Additions = Additions(take) };
    }

    /// <summary>Whether what browsers ask before a call is to be answered as it was recorded.</summary>
    public bool AnswersPreflight(Received received, DateTimeOffset now) => !Blends && book.Holds(Asked(received, now));

    /// <summary>A recorded list with requests posted since at its head.</summary>
    public WireAnswer WithPosted(WireAnswer answer, Reply reply, IReadOnlyList<ServiceRequest> posted)
    {
        if (answer is not { Status: 200, Exact: not null } || posted.Count == 0)
            return answer;
        var plain = RecordedDocuments.Decoded(new Take { Number = 0, Method = "GET", Url = "", Status = 200, ResponseHeaders = [.. answer.Headers.Select(h => new HeaderLine(h.Key, h.Value))], ResponseBody = answer.Body });
        return Splice.Into(plain, ResourceTrees.Requests(posted), reply.Format) is { } body
            ? answer with { Exact = null, Body = body, Headers = [.. answer.Headers.Where(h => !h.Key.Equals("Content-Encoding", StringComparison.OrdinalIgnoreCase))] }
            : answer;
    }

    /// <summary>Tells that a call was not recorded, and what was that comes near.</summary>
    public Reply Missing(Received received, DateTimeOffset now, DataFormat format)
    {
        var nearest = book.Nearest(Asked(received, now));
        var advice = received.Method is "GET" or "HEAD" ? "" : " Start the city with --blend to have it answered by the simulator.";
        var text = new StringBuilder($"This call is not in the recording of {options.Recording.Info.Source}.{advice}");
        if (nearest.Count > 0)
            text.Append(CultureInfo.InvariantCulture, $" The nearest: {string.Join(" | ", nearest)}.");
        return Reply.Error(format, 404, text.ToString());
    }

    // What the city itself says to pages is recorded where it was asked as pages ask.
    ExactAdditions Additions(Take take) =>
        options.Exact ? ExactAdditions.None
        : Blends ? ExactAdditions.ForAll
        : take.RequestHeaders.Any(h => h.Name.Equals("Origin", StringComparison.OrdinalIgnoreCase)) ? ExactAdditions.None
        : ExactAdditions.ForPages;

    ReplayQuestion Asked(Received received, DateTimeOffset now) => new()
    {
        Method = received.Method,
        Target = shift.Days == 0 ? received.Target : WithDates(received.Target),
        Headers = [.. received.Headers.Select(h => new HeaderLine(h.Key, h.Value))],
        Body = received.Body.Bytes,
        At = now - TimeSpan.FromDays(shift.Days),
    };

    string WithDates(string target)
    {
        var mark = target.IndexOf('?');
        return mark < 0 ? target : target[..mark] + shift.Back.Of(target[mark..]);
    }

    // Whoever follows discovery or a redirect shall stay in the recording and not call, or even post to, the live city.
    static bool IsAddressed(Take take) => RecordedPaths.IsDiscovery(take) || take.Status is >= 300 and < 400;

    Take Adapted(Take take, string origin)
    {
        if (addressed.TryGetValue((take.Number, origin), out var known))
            return known;
        var body = RecordedDocuments.Decoded(take);
        var wasCoded = !body.Span.SequenceEqual(take.ResponseBody.Span);
        var changed = shift.Of(body);
        var headers = take.ResponseHeaders;
        if (!options.Exact && IsAddressed(take))
        {
            changed = Encoding.Latin1.GetBytes(Readdressed(Encoding.Latin1.GetString(changed.Span), origin));
            headers = [.. headers.Select(h => h.Name.Equals("Location", StringComparison.OrdinalIgnoreCase) ? h with { Value = Readdressed(h.Value, origin) } : h)];
        }

        var adapted = changed.Span.SequenceEqual(body.Span) ? take with { ResponseHeaders = headers } : take with
        {
            Wire = default,
            ResponseBody = changed,
            ResponseHeaders = wasCoded ? [.. headers.Where(h => !h.Name.Equals("Content-Encoding", StringComparison.OrdinalIgnoreCase))] : headers,
        };
        if (addressed.Count >= MostAddressed)
            addressed.Clear();
        return addressed[(take.Number, origin)] = adapted;
    }

    string Readdressed(string text, string origin) => text
        .Replace(Paths.Origin, origin, StringComparison.OrdinalIgnoreCase)
        .Replace(Paths.Origin.Replace("/", "\\/", StringComparison.Ordinal), origin.Replace("/", "\\/", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);

    static WireAnswer Answer(Take take, bool isHead) => new()
    {
        Status = take.Status,
        Reason = take.Reason,
        Headers = [.. take.ResponseHeaders.Where(h => !framing.Contains(h.Name, StringComparer.OrdinalIgnoreCase)).Select(h => KeyValuePair.Create(h.Name, h.Value))],
        Body = take.ResponseBody,
        Exact = TakeImage.Of(take, isHead),
    };
}
