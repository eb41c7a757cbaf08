using WireMock;

namespace Open311.Mock.WireMock.Stubs;

/// <summary>A mapping as WireMock.Net holds it.</summary>
/// <param name="Model">What it was made from.</param>
/// <param name="Mapping">The same in WireMock.Net.</param>
internal sealed record Stub(StubModel Model, IMapping Mapping);
