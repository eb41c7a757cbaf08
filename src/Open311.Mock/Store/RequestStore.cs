using System.Collections.Immutable;

namespace Open311.Mock.Store;

/// <summary>The requests of a city. Readers see one unchanging snapshot; a write replaces it.</summary>
internal sealed class RequestStore(IEnumerable<ServiceRequest> requests)
{
    readonly Lock writing = new();
    volatile RequestSnapshot current = new(0, [.. requests]);

    public RequestSnapshot Current => current;


    /// <summary>Adds what <paramref name="make"/> builds from the number of requests so far.</summary>
    public ServiceRequest Add(Func<int, ServiceRequest> make)
    {
        lock (writing)
        {
            var request = make(current.All.Length);
            current = new RequestSnapshot(current.Version + 1, current.All.Add(request));
            return request;
        }
    }
}
