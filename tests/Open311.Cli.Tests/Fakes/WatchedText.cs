namespace Open311.Cli.Tests.Fakes;

/// <summary>Text that says when its first line is complete, so that a test waits for it and not for a while.</summary>
internal sealed class WatchedText : StringWriter
{
    readonly TaskCompletionSource<string> firstLine = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<string> FirstLine => firstLine.Task;

    public override void Write(char value)
    {
        base.Write(value);
        Look();
    }

    public override void Write(string? value)
    {
        base.Write(value);
        Look();
    }

    public override void Write(char[] buffer, int index, int count)
    {
        base.Write(buffer, index, count);
        Look();
    }

    public override void Write(ReadOnlySpan<char> buffer)
    {
        base.Write(buffer);
        Look();
    }

    public override void WriteLine(string? value) => Write(value + CoreNewLine.AsSpan().ToString());

    void Look()
    {
        if (!firstLine.Task.IsCompleted && ToString() is var text && text.IndexOf('\n') is >= 0 and var end)
            firstLine.TrySetResult(text[..end]);
    }
}
