using System.Collections.Specialized;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Open311.Mock.Serving;
using Open311.Mock.WireMock.Stubs;
using WireMock.Logging;

namespace Open311.Mock.WireMock.Serving;

/// <summary>
/// Stands before WireMock.Net: calls that no stub can concern, and those of administration, go to the city at once; the others go through
/// WireMock.Net, whose catch-all is the city again, and where a stub answers the journal is told.
/// </summary>
internal sealed class FrontDoor(MountedCity city, TimeProvider time, Action<string> tell)
{
    // As much as the city reads of a body, and one byte more, by which it sees that there was more.
    const int LargestBody = (1024 * 1024) + 1;

    public StubShelf? Shelf { get; set; }

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (Shelf is not { } shelf || city.IsAdministration(context) || !shelf.Index.Concerns(context))
            await city.HandleAsync(context);
        else
            await PassAsync(context, next, shelf);
    }

    /// <summary>The city has the call.</summary>
    public static void Arrive(HttpContext context)
    {
        if (context.Features.Get<PassedBody>() is not { } passed || PassedCall.Current is not { } call)
            return;
        call.IsForCity = true;
        context.Features.Set(passed.Answer);
        context.Request.Body = new MemoryStream(passed.Request, writable: false);
    }

    /// <summary>Hears from WireMock.Net's log which mapping answered.</summary>
    public static void Hear(NotifyCollectionChangedEventArgs changed)
    {
        if (changed.Action == NotifyCollectionChangedAction.Add && changed.NewItems?[0] is ILogEntry entry && PassedCall.Current is { } call)
            call.Mapping = entry.MappingGuid;
    }

    async Task PassAsync(HttpContext context, RequestDelegate next, StubShelf shelf)
    {
        var began = time.GetTimestamp();
        byte[] body;
        try
        {
            body = await BodyAsync(context);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException && e is not BadHttpRequestException)
        {
            // The client has gone; there is nobody left to answer.
            return;
        }

        var call = new PassedCall();
        var answer = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        context.Features.Set(new PassedBody(body, answer));
        context.Request.Body = new MemoryStream(body, writable: false);
        var tee = new AnswerTee(answer.Stream);
        context.Response.Body = tee;
        PassedCall.Current = call;
        try
        {
            await next(context);
        }
        catch (Exception e) when (e is not OutOfMemoryException && !call.IsForCity && !context.Response.HasStarted)
        {
            // WireMock.Net cannot make anything of such a call; the city can.
            Arrive(context);
            context.Response.Clear();
            await city.HandleAsync(context);
        }
        finally
        {
            PassedCall.Current = null;
            context.Features.Set(answer);
        }

        if (!call.IsForCity)
            city.Note(context, new ForeignAnswer(NameOf(call, shelf), body, tee.Head, tee.Total, time.GetElapsedTime(began)));
    }

    string NameOf(PassedCall call, StubShelf shelf)
    {
        if (call.Mapping is { } guid && shelf.ByGuid.TryGetValue(guid, out var stub))
            return stub.Model.Name;
        // Taken out of force while it was answering.
        tell("A stub that is gone by now answered a call.");
        return "stub";
    }

    static async Task<byte[]> BodyAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody != true)
            return [];
        var read = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int length;
        while (read.Length < LargestBody && (length = await context.Request.Body.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, LargestBody - read.Length)), context.RequestAborted)) > 0)
            read.Write(buffer, 0, length);
        return read.ToArray();
    }

    sealed record PassedBody(byte[] Request, IHttpResponseBodyFeature Answer);
}
