using Open311.Recordings.Cassettes;

namespace Open311.Mock.Serving;

/// <summary>A call to an <see cref="ExactListener"/>.</summary>
/// <param name="Method">GET, POST ...</param>
/// <param name="Target">What stood in the request line: a path with its query, a whole URL, a host with its port, or <c>*</c>.</param>
/// <param name="Version"><c>HTTP/1.1</c> or <c>HTTP/1.0</c>.</param>
/// <param name="Headers">The lines sent, each value for itself.</param>
/// <param name="Body">The body sent.</param>
public sealed record ExactCall(string Method, string Target, string Version, IReadOnlyList<HeaderLine> Headers, ReadOnlyMemory<byte> Body);
