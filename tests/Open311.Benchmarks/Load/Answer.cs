namespace Open311.Benchmarks.Load;

/// <summary>What a question was answered with, so that every server can be made to answer the same bytes.</summary>
/// <param name="Name">What the question stands for in the table.</param>
/// <param name="Target">Behind the base of the API: <c>services.json</c>, <c>requests.xml?status=open</c>.</param>
/// <param name="Type">The media type with its charset.</param>
/// <param name="Body">The bytes.</param>
internal sealed record Answer(string Name, string Target, string Type, byte[] Body)
{
    public string Path => Target.Split('?')[0];

    public IReadOnlyDictionary<string, string> Query => Target.Contains('?')
        ? Target.Split('?')[1].Split('&').Select(p => p.Split('=')).ToDictionary(p => p[0], p => Uri.UnescapeDataString(p[1]))
        : new Dictionary<string, string>();
}
