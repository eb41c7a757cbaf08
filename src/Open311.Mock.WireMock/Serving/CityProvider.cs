using Microsoft.AspNetCore.Http;
using Open311.Mock.Serving;
using WireMock;
using WireMock.RequestBuilders;
using WireMock.ResponseProviders;
using WireMock.Server;
using WireMock.Settings;

namespace Open311.Mock.WireMock.Serving;

/// <summary>Answers by the city what no stub answers: it writes to the connection itself, and gives WireMock.Net no message to add.</summary>
/// <param name="city">The city.</param>
/// <param name="before">Told of each call before the city has it.</param>
internal sealed class CityProvider(MountedCity city, Action<HttpContext>? before = null) : IResponseProvider
{
    /// <summary>Known, so that mapping it again puts it in its own place.</summary>
    public static readonly Guid Id = new("0311c17e-0000-4000-8000-000000000311");

    public async Task<(IResponseMessage Message, IMapping? Mapping)> ProvideResponseAsync(IMapping mapping, HttpContext context, IRequestMessage requestMessage, WireMockServerSettings settings)
    {
        await AnswerAsync(context, requestMessage.BodyAsBytes);
        return (null!, null);
    }

    /// <summary>Answers a call.</summary>
    /// <param name="context">The call.</param>
    /// <param name="body">Its body, where WireMock.Net has read it to its end; null where it has not.</param>
    public Task AnswerAsync(HttpContext context, byte[]? body)
    {
        if (body is not null)
            context.Request.Body = new MemoryStream(body, writable: false);
        before?.Invoke(context);
        return city.HandleAsync(context);
    }

    /// <summary>Puts the city behind everything that a server is told to answer, now and later.</summary>
    public void PutBehind(WireMockServer server) => server
        .Given(Request.Create().WithPath(_ => true))
        .WithGuid(Id)
        .WithTitle("Open311 city")
        .AtPriority(int.MaxValue)
        .RespondWith(this);
}
