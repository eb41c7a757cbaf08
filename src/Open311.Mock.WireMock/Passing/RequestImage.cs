using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.Features;

namespace Open311.Mock.WireMock.Passing;

/// <summary>What a request without a body said, when its connection already has the next one.</summary>
internal sealed class RequestImage
{
    readonly string method;
    readonly string protocol;
    readonly string scheme;
    readonly HostString host;
    readonly PathString pathBase;
    readonly PathString path;
    readonly QueryString query;
    readonly IPAddress? client;
    readonly HeaderDictionary headers;

    RequestImage(HttpContext context)
    {
        var request = context.Request;
        (method, protocol, scheme, host) = (request.Method, request.Protocol, request.Scheme, request.Host);
        (pathBase, path, query) = (request.PathBase, request.Path, request.QueryString);
        client = context.Connection.RemoteIpAddress;
        headers = new HeaderDictionary(request.Headers.Count);
        foreach (var (name, value) in request.Headers)
            headers[name] = value;
    }

    /// <summary>Null where WireMock.Net must read the call at once: it has a body, a certificate, or no address that could be read later.</summary>
    public static RequestImage? Of(HttpContext context) =>
        !context.Request.IsHttps
        && context.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: false }
        && Uri.TryCreate(context.Request.GetEncodedUrl(), UriKind.Absolute, out _)
            ? new RequestImage(context)
            : null;

    /// <summary>The call once more, with a body of no length.</summary>
    public HttpContext ToContext()
    {
        var context = new DefaultHttpContext();
        var request = context.Request;
        foreach (var (name, value) in headers)
            request.Headers[name] = value;
        (request.Method, request.Protocol, request.Scheme, request.Host) = (method, protocol, scheme, host);
        (request.PathBase, request.Path, request.QueryString) = (pathBase, path, query);
        context.Connection.RemoteIpAddress = client;
        return context;
    }
}
