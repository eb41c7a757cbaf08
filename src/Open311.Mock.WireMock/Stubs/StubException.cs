namespace Open311.Mock.WireMock.Stubs;

/// <summary>Stubs cannot be served as they stand in their files. The message is one sentence: which file, which mapping, what is wrong, and what to write instead.</summary>
/// <param name="message">That sentence.</param>
/// <param name="inner">What was behind it, if anything.</param>
public sealed class StubException(string message, Exception? inner = null) : Exception(message, inner);
