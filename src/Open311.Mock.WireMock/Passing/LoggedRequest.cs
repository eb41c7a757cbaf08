using System.Security.Cryptography.X509Certificates;
using WireMock;
using WireMock.Models.Mime;
using WireMock.Types;
using WireMock.Util;

namespace Open311.Mock.WireMock.Passing;

/// <summary>A request in the log, made as WireMock.Net makes it when somebody looks at it, which hardly happens to one in a thousand.</summary>
internal sealed class LoggedRequest(Func<RequestMessage> make) : IRequestMessage
{
    readonly Lazy<RequestMessage> made = new(make);

    public string ClientIP => made.Value.ClientIP;

    public string Url => made.Value.Url;

    public string AbsoluteUrl => made.Value.AbsoluteUrl;

    public string? ProxyUrl
    {
        get => made.Value.ProxyUrl;
        set => made.Value.ProxyUrl = value;
    }

    public required DateTime DateTime { get; init; }

    public string Path => made.Value.Path;

    public string AbsolutePath => made.Value.AbsolutePath;

    public string[] PathSegments => made.Value.PathSegments;

    public string[] AbsolutePathSegments => made.Value.AbsolutePathSegments;

    public string Method => made.Value.Method;

    public string HttpVersion => made.Value.HttpVersion;

    public IDictionary<string, WireMockList<string>>? Headers => made.Value.Headers;

    public IDictionary<string, string>? Cookies => made.Value.Cookies;

    public IDictionary<string, WireMockList<string>>? Query => made.Value.Query;

    public IDictionary<string, WireMockList<string>>? QueryIgnoreCase => made.Value.QueryIgnoreCase;

    public string RawQuery => made.Value.RawQuery;

    public IBodyData? BodyData => made.Value.BodyData;

    public string? Body => made.Value.Body;

    public object? BodyAsJson
    {
        get => made.Value.BodyAsJson;
        set => made.Value.BodyAsJson = value;
    }

    public byte[]? BodyAsBytes => made.Value.BodyAsBytes;

    public IMimeMessageData? BodyAsMimeMessage => made.Value.BodyAsMimeMessage;

    public string? DetectedBodyType => made.Value.DetectedBodyType;

    public string? DetectedBodyTypeFromContentType => made.Value.DetectedBodyTypeFromContentType;

    public string? DetectedCompression => made.Value.DetectedCompression;

    public string Host => made.Value.Host;

    public string Protocol => made.Value.Protocol;

    public int Port => made.Value.Port;

    public string Origin => made.Value.Origin;

    public X509Certificate2? ClientCertificate => made.Value.ClientCertificate;

    public WireMockList<string>? GetParameter(string key, bool ignoreCase = false) => made.Value.GetParameter(key, ignoreCase);
}
