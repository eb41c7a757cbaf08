namespace Open311.Mock.Running;

/// <summary>A service request that a client posted.</summary>
/// <param name="Id">Its service_request_id.</param>
/// <param name="Jurisdiction">Its jurisdiction_id.</param>
/// <param name="Service">The name of its service.</param>
/// <param name="IsClosed">Whether it is closed by now.</param>
/// <param name="Requested">Its requested_datetime, by the clock of the city.</param>
/// <param name="Lat">Latitude in degrees; null where none was given.</param>
/// <param name="Long">Longitude in degrees; null where none was given.</param>
public sealed record PostedRequest(string Id, string Jurisdiction, string Service, bool IsClosed, DateTimeOffset Requested, decimal? Lat, decimal? Long);
