namespace Open311.WebConsole.Engine;

/// <summary>The console itself refuses a form; the sentence is one of its phrases.</summary>
/// <param name="key">Below <c>console.refusal</c>.</param>
/// <param name="values">What is put into it.</param>
internal sealed class RefusedException(string key, params IReadOnlyList<(string Name, object? Value)> values) : FormException(key)
{
    public string Key { get; } = key;

    public IReadOnlyList<(string Name, object? Value)> Values { get; } = values;
}
