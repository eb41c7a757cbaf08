using Open311.Conformance.Exchanges;
using Open311.Conformance.Requirements;

namespace Open311.Cli.Rooms;

/// <summary>The rooms of this house, each entered on first use.</summary>
/// <param name="clock">The clock.</param>
/// <param name="rule">Which addresses the suite may connect to; null for all.</param>
internal sealed class OwnRooms(TimeProvider clock, IAddressRule? rule = null) : IRooms
{
    readonly Lazy<RequirementCatalog> catalogue = new(RequirementCatalog.Load);

    public ISuite Suite { get; } = new OwnSuite(rule);

    public IReports Reports { get; } = new OwnReports();

    public RequirementCatalog Catalogue => catalogue.Value;

    public ISelftest Selftest { get; } = new OwnSelftest();

    public ICities Cities { get; } = new OwnCities(clock);
}
