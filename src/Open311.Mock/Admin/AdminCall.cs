using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Open311.Mock.Admin;

/// <summary>What an administration call asks, read strictly.</summary>
internal sealed class AdminCall(HttpRequest request, string path)
{
    const int LargestOrder = 64 * 1024;

    public string Method => request.Method;

    /// <summary>Below the prefix, without slashes around it.</summary>
    public string Path => path;

    /// <summary>Refuses query arguments that nobody reads.</summary>
    public void Only(params string[] names)
    {
        foreach (var name in request.Query.Keys)
        {
            if (!names.Contains(name))
                throw new AdminRefusal(400, $"There is no argument '{Short(name)}' here{(names.Length == 0 ? "." : $"; there are {string.Join(", ", names)}.")}");
        }
    }

    public string? Text(string name) => request.Query[name] is [{ Length: > 0 } value, ..] ? value : null;

    public long? Whole(string name, long least, long most)
    {
        if (Text(name) is not { } text)
            return null;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new AdminRefusal(400, $"'{name}' is '{Short(text)}', expected a whole number from {least} to {most}.");
    }

    /// <summary>The JSON object sent, with no members but these.</summary>
    public async Task<JsonObject> ObjectAsync(params string[] members)
    {
        var bytes = await BytesAsync(LargestOrder);
        try
        {
            if (bytes.Length > 0 && JsonNode.Parse(bytes, documentOptions: new JsonDocumentOptions { MaxDepth = 8 }) is JsonObject sent)
            {
                foreach (var member in sent)
                {
                    if (!members.Contains(member.Key))
                        throw new AdminRefusal(400, $"There is no member '{Short(member.Key)}' here; there are {string.Join(", ", members)}.");
                }

                return sent;
            }
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            // Told below: members named twice come out as an argument error.
        }

        throw new AdminRefusal(400, $"The body is no JSON object; expected one with {string.Join(", ", members)}.");
    }

    public async Task<byte[]> BytesAsync(int most)
    {
        var buffer = new MemoryStream();
        var chunk = new byte[64 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(chunk, request.HttpContext.RequestAborted)) > 0)
        {
            buffer.Write(chunk, 0, read);
            if (buffer.Length > most)
                throw new AdminRefusal(413, $"The body is larger than {most} bytes.");
        }

        return buffer.ToArray();
    }

    public static string Short(string text)
    {
        var line = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
        return line.Length > 60 ? line[..60] + "…" : line;
    }
}
