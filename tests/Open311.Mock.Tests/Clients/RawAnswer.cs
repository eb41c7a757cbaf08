namespace Open311.Mock.Tests.Clients;

/// <summary>What came back on the wire.</summary>
internal sealed record RawAnswer(int Status, string Head, string Body)
{
    public string? Header(string name) => Head.Split("\r\n").Skip(1)
        .Select(line => line.Split(':', 2))
        .FirstOrDefault(parts => parts[0].Equals(name, StringComparison.OrdinalIgnoreCase))?[1].Trim();

    /// <summary>The ids of the findings that the answer tells of.</summary>
    public string[] Findings => Header("X-Open311-Findings")?.Split(", ") ?? [];
}
