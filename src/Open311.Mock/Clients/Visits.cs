namespace Open311.Mock.Clients;

/// <summary>The calls of one client for one URL.</summary>
internal sealed class Visits
{
    public DateTimeOffset WindowStart { get; set; }

    public int Count { get; set; }

    public int Epoch { get; set; }

    public DateTimeOffset Told { get; set; }

    public DateTimeOffset NotFoundStart { get; set; }

    public int NotFound { get; set; }
}
