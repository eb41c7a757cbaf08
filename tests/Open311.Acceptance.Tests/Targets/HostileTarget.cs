namespace Open311.Acceptance.Tests.Targets;

/// <summary>A target that is up, until it is disposed.</summary>
internal sealed class HostileTarget(string url, params IAsyncDisposable[] parts) : IAsyncDisposable
{
    /// <summary>The endpoint to judge.</summary>
    public string Url { get; } = url;

    /// <summary>Takes down the parts, the outermost first.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var part in parts)
            await part.DisposeAsync();
    }
}
