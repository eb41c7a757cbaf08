using System.Globalization;
using System.Text.Json;

namespace Open311.Reporting.Excerpts;

/// <summary>Follows a JSON pointer (RFC 6901) through bytes.</summary>
static class JsonPlace
{
    /// <summary>The offset of the value in the body; null when there is none or the body is no JSON up to there.</summary>
    public static int? Find(ReadOnlySpan<byte> body, string pointer)
    {
        var skipped = body.StartsWith("\uFEFF"u8) ? 3 : 0;
        var reader = new Utf8JsonReader(body[skipped..]);
        try
        {
            if (!reader.Read())
                return null;
            foreach (var part in pointer.Split('/').Skip(1))
            {
                var name = part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
                if (!Enter(ref reader, name))
                    return null;
            }

            return skipped + (int)reader.TokenStartIndex;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    static bool Enter(ref Utf8JsonReader reader, string name) => reader.TokenType switch
    {
        JsonTokenType.StartObject => Member(ref reader, name),
        JsonTokenType.StartArray => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && Item(ref reader, index),
        _ => false,
    };

    static bool Member(ref Utf8JsonReader reader, string name)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isIt = reader.ValueTextEquals(name);
            reader.Read();
            if (isIt)
                return true;
            reader.Skip();
        }

        return false;
    }

    static bool Item(ref Utf8JsonReader reader, int index)
    {
        for (var at = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; at++)
        {
            if (at == index)
                return true;
            reader.Skip();
        }

        return false;
    }
}
