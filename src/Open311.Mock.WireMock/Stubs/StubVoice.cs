using Open311.Mock.WireMock.Checking;
using WireMock.Admin.Requests;
using WireMock.Logging;

namespace Open311.Mock.WireMock.Stubs;

/// <summary>Passes on what WireMock.Net complains of, a line each and each but once; everything else it says is for its own developers.</summary>
internal sealed class StubVoice(Action<string> tell) : IWireMockLogger
{
    const int Most = 50;

    readonly HashSet<string> told = [];

    public void Error(string formatString, params object[] args)
    {
        var text = args.Length == 0 ? formatString : string.Join(' ', args.OfType<Exception>().Select(e => e.Message).DefaultIfEmpty(formatString));
        Tell(text);
    }

    public void Error(string message, Exception exception) => Tell($"{message} {exception.Message}");

    public void Debug(string formatString, params object[] args)
    {
    }

    public void Info(string formatString, params object[] args)
    {
    }

    public void Warn(string formatString, params object[] args)
    {
    }

    public void DebugRequestResponse(LogEntryModel logEntryModel, bool isAdminRequest)
    {
    }

    void Tell(string text)
    {
        var line = text.Split('\n')[0].Trim();
        line = line.Length <= 300 ? line : line[..300] + "...";
        lock (told)
        {
            if (told.Count >= Most || !told.Add(line))
                return;
        }

        tell($"WireMock.Net: {Texts.Said(new InvalidOperationException(line))}");
    }
}
