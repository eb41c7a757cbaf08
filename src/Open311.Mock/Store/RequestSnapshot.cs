using System.Collections.Immutable;

namespace Open311.Mock.Store;

/// <summary>All requests at one moment, with what is needed to find them.</summary>
internal sealed class RequestSnapshot
{
    readonly Dictionary<(string Jurisdiction, string Id), ServiceRequest> byId;
    readonly Dictionary<(string Jurisdiction, string Token), ServiceRequest> byToken;

    public RequestSnapshot(int version, ImmutableArray<ServiceRequest> all)
    {
        Version = version;
        All = all;
        NewestFirst = [.. all.OrderByDescending(r => r.Requested).ThenBy(r => r.Id, StringComparer.Ordinal)];
        byId = all.Where(r => r.Id.Length > 0).ToDictionary(r => (r.Jurisdiction, r.Id));
        byToken = all.Where(r => r.Token.Length > 0).ToDictionary(r => (r.Jurisdiction, r.Token));
    }

    public int Version { get; }

    public ImmutableArray<ServiceRequest> All { get; }

    public ImmutableArray<ServiceRequest> NewestFirst { get; }

    public ServiceRequest? ById(string jurisdiction, string id) => byId.GetValueOrDefault((jurisdiction, id));

    public ServiceRequest? ByToken(string jurisdiction, string token) => byToken.GetValueOrDefault((jurisdiction, token));
}
