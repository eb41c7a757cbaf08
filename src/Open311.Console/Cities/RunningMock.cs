using Open311.Mock.Serving;

namespace Open311.WebConsole.Cities;

/// <summary>A mock city that is open.</summary>
/// <param name="Id">Not to be guessed.</param>
/// <param name="Title">What it is.</param>
/// <param name="Faults">The ids of its faults.</param>
/// <param name="Server">The city.</param>
/// <param name="Started">When it was opened.</param>
internal sealed record RunningMock(string Id, string Title, IReadOnlyList<string> Faults, CityServer Server, DateTimeOffset Started)
{
    /// <summary>Grows with every call and every post.</summary>
    public (long Calls, int Posted) State => (Server.Journal.Total, Server.Running.Posted.Count);
}
