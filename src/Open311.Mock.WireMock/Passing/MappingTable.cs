using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Open311.Mock.WireMock.Serving;
using Open311.Mock.WireMock.Stubs;
using WireMock;
using WireMock.Matchers.Request;
using WireMock.RequestBuilders;

namespace Open311.Mock.WireMock.Passing;

/// <summary>What a server is told to answer, read again whenever a mapping has come, gone or got another path.</summary>
internal sealed class MappingTable(ConcurrentDictionary<Guid, IMapping> mappings)
{
    volatile Edition edition = new([], null, new StubIndex([]));

    /// <summary>The city, where no other mapping could answer a call; null where WireMock.Net has to look for itself.</summary>
    public MappedAlone? CityAlone(HttpContext context)
    {
        var current = edition;
        if (!IsInForce(current))
            edition = current = Read();
        return current.City is { Mapping.IsDisabled: false } city && !current.Others.Concerns(context) ? city : null;
    }

    bool IsInForce(Edition read)
    {
        var i = 0;
        foreach (var (_, mapping) in mappings)
        {
            if (i == read.Seen.Length || read.Seen[i].Mapping != mapping || read.Seen[i].Path != PathOf(mapping))
                return false;
            i++;
        }

        return i == read.Seen.Length;
    }

    Edition Read()
    {
        (IMapping Mapping, IRequestMatcher? Path)[] seen = [.. mappings.Select(m => (m.Value, PathOf(m.Value)))];
        var city = seen.Select(s => s.Mapping).FirstOrDefault(m => m.Provider is CityProvider);
        return new Edition(seen, city is null ? null : new MappedAlone(city), new StubIndex(seen.Select(s => s.Mapping).Where(m => m != city)));
    }

    static IRequestMatcher? PathOf(IMapping mapping) => (mapping.RequestMatcher as Request)?.GetRequestMessageMatcher<RequestMessagePathMatcher>();

    sealed record Edition((IMapping Mapping, IRequestMatcher? Path)[] Seen, MappedAlone? City, StubIndex Others);
}
