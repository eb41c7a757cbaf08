using WireMock;
using WireMock.Logging;
using WireMock.Matchers.Request;

namespace Open311.Mock.WireMock.Passing;

/// <summary>The city as the only mapping that can answer.</summary>
/// <param name="mapping">Its mapping; it takes every call.</param>
internal sealed class MappedAlone(IMapping mapping)
{
    IRequestMatchResult? match;

    public IMapping Mapping => mapping;

    /// <summary>The entry that WireMock.Net would make of a call.</summary>
    public LogEntry ToEntry(IRequestMessage request)
    {
        // It is the same for every call: nothing of a call is looked at.
        match ??= mapping.GetRequestMatchResult(request, null);
        return new LogEntry
        {
            Guid = Guid.NewGuid(),
            RequestMessage = request,
            MappingGuid = mapping.Guid,
            MappingTitle = mapping.Title,
            RequestMatchResult = match,
            PartialMappingGuid = mapping.Guid,
            PartialMappingTitle = mapping.Title,
            PartialMatchResult = match,
        };
    }
}
