using Open311.Cli.Rooms;
using Open311.Conformance.Requirements;

namespace Open311.Cli.Tests.Fakes;

/// <summary>Rooms that remember what was asked of them; the catalogue is the real one.</summary>
internal sealed class FakeRooms : IRooms
{
    static readonly Lazy<RequirementCatalog> Loaded = new(RequirementCatalog.Load);

    public FakeSuite FakeSuite { get; } = new();

    public FakeReports FakeReports { get; } = new();

    public FakeCities FakeCities { get; init; } = new();

    public bool CatalogueWasEntered { get; private set; }

    public ISuite Suite => FakeSuite;

    public IReports Reports => FakeReports;

    public ICities Cities => FakeCities;

    public FakeSelftest FakeSelftest { get; init; } = new();

    public ISelftest Selftest => FakeSelftest;

    public RequirementCatalog Catalogue
    {
        get
        {
            CatalogueWasEntered = true;
            return Loaded.Value;
        }
    }
}
