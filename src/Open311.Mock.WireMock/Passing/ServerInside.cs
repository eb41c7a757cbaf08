using System.Collections.Concurrent;
using System.Collections.ObjectModel;
using System.Linq.Expressions;
using Microsoft.AspNetCore.Http;
using WireMock;
using WireMock.Logging;
using WireMock.Server;

namespace Open311.Mock.WireMock.Passing;

/// <summary>
/// What a server keeps to itself and a call needs that passes it: its mappings, its log, how it reads a request. WireMock.Net shows them to
/// nobody, so that they are looked up by name; an edition that calls them otherwise serves as ever, only slower.
/// </summary>
internal sealed class ServerInside
{
    readonly Func<TimeSpan?> delay;
    readonly Func<bool?> partial;
    readonly Func<bool?> oneByOne;
    readonly Func<int?> expiry;
    readonly Func<object?> tracing;
    readonly Func<IWireMockLogger?> logger;

    ServerInside(IServiceProvider services)
    {
        var kinds = typeof(WireMockServer).Assembly;
        var options = kinds.GetType("WireMock.Owin.IWireMockMiddlewareOptions", throwOnError: true)!;
        var mapper = kinds.GetType("WireMock.Owin.Mappers.IOwinRequestMapper", throwOnError: true)!;
        var set = services.GetService(options) ?? throw new MissingMemberException(options.Name);
        T Getter<T>(string name)
            where T : Delegate => (options.GetProperty(name)?.GetMethod ?? throw new MissingMemberException(options.Name, name)).CreateDelegate<T>(set);
        Mappings = Getter<Func<ConcurrentDictionary<Guid, IMapping>>>("Mappings")();
        Log = Getter<Func<ObservableCollection<LogEntry>>>("LogEntries")();
        LargestLog = Getter<Func<int?>>("MaxRequestLogCount");
        (delay, partial, oneByOne) = (Getter<Func<TimeSpan?>>("RequestProcessingDelay"), Getter<Func<bool?>>("AllowPartialMapping"), Getter<Func<bool?>>("HandleRequestsSynchronously"));
        (expiry, tracing, logger) = (Getter<Func<int?>>("RequestLogExpirationDuration"), Getter<Func<object?>>("ActivityTracingOptions"), Getter<Func<IWireMockLogger?>>("Logger"));
        var context = Expression.Parameter(typeof(HttpContext));
        Read = Expression.Lambda<Func<HttpContext, Task<RequestMessage>>>(
            Expression.Call(
                Expression.Constant(services.GetService(mapper) ?? throw new MissingMemberException(mapper.Name), mapper),
                mapper.GetMethod("MapAsync", [typeof(HttpContext), options]) ?? throw new MissingMemberException(mapper.Name, "MapAsync"),
                context,
                Expression.Constant(set, options)),
            context).Compile();
    }

    /// <summary>What it is told to answer.</summary>
    public ConcurrentDictionary<Guid, IMapping> Mappings { get; }

    /// <summary>What <see cref="WireMockServer.LogEntries"/> shows.</summary>
    public ObservableCollection<LogEntry> Log { get; }

    /// <summary>How many entries it keeps; null for all.</summary>
    public Func<int?> LargestLog { get; }

    /// <summary>Makes of a call what the log shows of it. The body is read to its end.</summary>
    public Func<HttpContext, Task<RequestMessage>> Read { get; }

    /// <summary>Whether it does nothing to a call but to look for its mapping and to log it.</summary>
    public bool IsPlain => delay() is null && partial() != true && oneByOne() != true && expiry() is null && tracing() is null && logger() is WireMockNullLogger;

    /// <summary>Null where this edition of WireMock.Net is made otherwise.</summary>
    public static ServerInside? Of(IServiceProvider services)
    {
        try
        {
            return new ServerInside(services);
        }
        catch (Exception e) when (e is TypeLoadException or MissingMemberException or ArgumentException or InvalidCastException)
        {
            return null;
        }
    }
}
