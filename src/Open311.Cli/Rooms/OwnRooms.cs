using Open311.Conformance.Requirements;

namespace Open311.Cli.Rooms;

/// <summary>The rooms of this house, each entered on first use.</summary>
internal sealed class OwnRooms(TimeProvider clock) : IRooms
{
    readonly Lazy<RequirementCatalog> catalogue = new(RequirementCatalog.Load);

    public ISuite Suite { get; } = new OwnSuite();

    public IReports Reports { get; } = new OwnReports();

    public RequirementCatalog Catalogue => catalogue.Value;

    public ISelftest Selftest { get; } = new OwnSelftest();

    public ICities Cities { get; } = new OwnCities(clock);
}
