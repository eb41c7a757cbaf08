using Open311.Mock.WireMock.Stubs;

namespace Open311.Mock.WireMock.Checking;

/// <summary>Where in a file one is, for sentences.</summary>
internal readonly record struct Place(string File, int Number, string Path)
{
    public Place Member(string name) => this with { Path = Path.Length == 0 ? name : $"{Path}.{name}" };

    public Place Item(int index) => this with { Path = $"{Path}[{index}]" };

    public StubException Refused(string why) => new($"{File}, mapping {Number}{(Path.Length == 0 ? "" : $", {Path}")}: {why}");
}
