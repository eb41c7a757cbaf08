namespace Open311.Mock.Persistence;

/// <summary>A named argument and its values as they are written down.</summary>
/// <param name="Name">The attribute's code or the argument's name.</param>
/// <param name="Values">What was sent.</param>
internal sealed record ValuesState(string Name, IReadOnlyList<string> Values);
