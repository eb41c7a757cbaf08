using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Open311.Mock.WireMock.Checking;

namespace Open311.Mock.WireMock.Stubs;

/// <summary>Reads a mapping file as WireMock.Net does: one mapping or a list, letter case of no account, comments allowed.</summary>
internal sealed class StubReader(StubFiles files)
{
    /// <summary>The most bytes of a file.</summary>
    public const int Largest = 16 * 1024 * 1024;

    const int Deepest = 64;

    static readonly JsonDocumentOptions Options = new() { MaxDepth = Deepest, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, AllowDuplicateProperties = false };

    readonly MappingCheck check = new(files);

    /// <summary>The mappings of a file; one at least.</summary>
    /// <param name="name">Its name, for sentences.</param>
    /// <param name="path">Where it is.</param>
    /// <exception cref="StubException">It cannot be read, or holds something that WireMock.Net would take for something else.</exception>
    public IReadOnlyList<StubModel> Read(string name, string path)
    {
        var shown = Texts.Shown(name);
        var node = Parsed(shown, Bytes(shown, path));
        IReadOnlyList<JsonNode?> mappings = node is JsonArray list ? [.. list] : [node];
        if (mappings.Count == 0)
            throw new StubException($"{shown}: The list is empty; write a mapping, or delete the file.");
        if (node is JsonObject wrapped && BoundedMember(wrapped, "mappings") is not null && BoundedMember(wrapped, "Request") is null)
            throw new StubException($"{shown}: A list named mappings is a file of WireMock (Java), and WireMock.Net would take it for a mapping that answers every call; write the list alone: [ {{...}}, {{...}} ].");
        return [.. mappings.Select((m, i) => check.Check(m, new Place(shown, i + 1, "")))];
    }

    static JsonNode? BoundedMember(JsonObject found, string name) => Matching.BoundedMatchers.Member(found, name);

    static byte[] Bytes(string shown, string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            if (file.Length > Largest)
                throw new StubException($"{shown}: The file has {file.Length} bytes; at most {Largest} are read. Put large bodies into files of their own, and name them by BodyAsFile.");
            var bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            return bytes;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StubException($"{shown}: The file cannot be read: {Texts.Said(e)}", e);
        }
    }

    static JsonNode? Parsed(string shown, byte[] bytes)
    {
        try
        {
            var start = bytes.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0;
            if (bytes.AsSpan(start).Trim(" \t\r\n"u8).IsEmpty)
                throw new StubException($"{shown}: The file is empty; a mapping has a Request and a Response.");
            var node = JsonNode.Parse(bytes.AsSpan(start), documentOptions: Options);
            // Texts are decoded when they are asked for; half a surrogate pair would be found only then.
            node?.ToJsonString();
            return node;
        }
        catch (JsonException e) when (e.Message.Contains("maximum configured depth", StringComparison.Ordinal))
        {
            throw new StubException($"{shown}: The JSON is nested deeper than {Deepest} levels.", e);
        }
        catch (JsonException e)
        {
            throw new StubException($"{shown}, line {e.LineNumber + 1}: This is no JSON: {Texts.Said(e).Split(" LineNumber:")[0]}", e);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or DecoderFallbackException)
        {
            throw new StubException($"{shown}: The JSON holds text that is no Unicode: {Texts.Said(e)}", e);
        }
    }
}
