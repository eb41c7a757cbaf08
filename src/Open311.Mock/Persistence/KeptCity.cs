using Open311.Mock.Running;
using Open311.Mock.Store;

namespace Open311.Mock.Persistence;

/// <summary>What a data file says of a city.</summary>
/// <param name="Content">Its requests.</param>
/// <param name="Clock">How its clock stood.</param>
/// <param name="Seed">The seed of what was made up.</param>
/// <param name="Started">The instant that the made-up requests are relative to.</param>
internal sealed record KeptCity(StoreContent Content, ClockSetting Clock, int Seed, DateTimeOffset Started);
