namespace Open311.Mock.Tests.Clients;

/// <summary>A call, and what must be found in it: exactly this.</summary>
/// <param name="Sent">A target below the endpoint, or a form.</param>
/// <param name="Expected">Ids of requirements, those of notes included.</param>
public sealed record CallCase(string Sent, params string[] Expected)
{
    public string City { get; init; } = "port-linden";

    public string[] Headers { get; init; } = [];

    public string Method { get; init; } = "GET";

    public string Target { get; init; } = "requests.xml";

    public string? Type { get; init; } = "application/x-www-form-urlencoded; charset=utf-8";

    public override string ToString() => $"{Method} {(Method == "POST" ? $"{Target} {Sent}" : Sent)} {string.Join(' ', Headers)} {(City == "port-linden" ? "" : City)}";
}
