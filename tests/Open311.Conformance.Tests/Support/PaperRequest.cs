using System.Globalization;

namespace Open311.Conformance.Tests.Support;

/// <summary>A service request of the paper city.</summary>
public sealed record PaperRequest(string Id, string Code, string Status, DateTimeOffset Requested, DateTimeOffset Updated)
{
    public string Description { get; init; } = "A hole in the road";

    public string RequestedText { get; init; } = Write(Requested);

    public static string Write(DateTimeOffset instant) => instant.ToString(
        instant.Offset == TimeSpan.Zero ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:sszzz",
        CultureInfo.InvariantCulture);
}
