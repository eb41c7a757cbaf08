using System.Text.Json;
using System.Text.Json.Serialization;
using Open311.Conformance.Posting;

namespace Open311.Cli.Checking;

/// <summary>
/// Writes every POST down in a file beside the reports, a line before it is sent and one after: what a run created can be found and removed
/// even when the run was killed. The file is made with the first POST.
/// </summary>
/// <param name="path">Where the file goes.</param>
internal sealed class PostJournal(string path) : IPostJournal, IDisposable
{
    /// <summary>The name of the file; a JSON object a line.</summary>
    public const string FileName = "posts.jsonl";

    static readonly JsonSerializerOptions options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    FileStream? file;

    public void Sending(CreatedRecord record) => Write(record);

    public void Answered(CreatedRecord record) => Write(record);

    public void Dispose() => file?.Dispose();

    void Write(CreatedRecord record)
    {
        file ??= new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read);
        file.Write([.. JsonSerializer.SerializeToUtf8Bytes(record, options), (byte)'\n']);
        file.Flush(flushToDisk: true);
    }
}
