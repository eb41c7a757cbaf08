using System.Globalization;
using Open311.Protocol;
using Open311.Protocol.Writing;
using Open311.Recordings.Cassettes;
using Open311.Recordings.Replaying;

namespace Open311.Cli.Taping.Proxying;

/// <summary>What the proxy itself says: an errors document of GeoReport v2, in the format that was asked for.</summary>
internal static class ProxyRefusal
{
    /// <summary>Marks answers that are not the city's.</summary>
    public const string Mark = "X-Open311-Proxy";

    /// <summary>The answer.</summary>
    /// <param name="target">What stood in the request line.</param>
    /// <param name="status">The status.</param>
    /// <param name="reason">The words after it.</param>
    /// <param name="sentence">What is the matter, and what to do.</param>
    /// <param name="isHead">Whether HEAD was asked.</param>
    public static TakeImage Of(string target, int status, string reason, string sentence, bool isHead)
    {
        var format = target.Split('?')[0].EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? DataFormat.Json : DataFormat.Xml;
        var code = status.ToString(CultureInfo.InvariantCulture);
        var error = new DataObject([new("code", format == DataFormat.Json ? new DataNumber(code) : new DataText(code)), new("description", new DataText(sentence))]);
        var body = ResourceWriter.Write(new Resource("errors", new DataList("error", [error])), format);
        return TakeImage.Of(
            new Take
            {
                Number = 0,
                Method = isHead ? "HEAD" : "GET",
                Url = "",
                Status = status,
                Reason = reason,
                ResponseHeaders =
                [
                    new("Content-Type", format == DataFormat.Json ? "application/json" : "text/xml; charset=utf-8"),
                    new("Content-Length", body.Length.ToString(CultureInfo.InvariantCulture)),
                    new(Mark, "refused"),
                ],
                ResponseBody = body,
            },
            isHead);
    }
}
