using System.Text;
using Open311.Conformance.Asking;
using Open311.Conformance.Judging;
using Open311.Protocol;

namespace Open311.Conformance.Rules.Extensions;

/// <summary>Notes whether pages of other sites can read the data: by CORS, or by a JSONP callback.</summary>
sealed class UseFromWebPages : IRule
{
    const string Requirement = "EXT-WEB-001";
    const string Callback = "open311Callback";

    public string Name => "use-from-web-pages";

    public async Task JudgeAsync(Examination e)
    {
        var cors = await e.AskAsync(Ask.Services(e.Survey.JsonJudged ? DataFormat.Json : DataFormat.Xml) with { Headers = [new("Origin", "https://example.org")], Purpose = Purpose.Free }).ConfigureAwait(false);
        if (!e.Answered(cors, Requirement))
            return;
        var allowed = cors.Answer!.Header("Access-Control-Allow-Origin");
        var jsonp = e.Survey.JsonJudged ? await e.AskAsync((Ask.Services(DataFormat.Json) with { Purpose = Purpose.Free }).With("callback", Callback)).ConfigureAwait(false) : null;
        var wrapped = jsonp is { Succeeded: true } && Encoding.UTF8.GetString(jsonp.Answer!.Body.Span).TrimStart('/', '*', ' ', '\n').StartsWith($"{Callback}(", StringComparison.Ordinal);
        e.Inform(Requirement, (allowed, wrapped) switch
        {
            (null, false) => "There is neither a CORS header nor a JSONP callback.",
            (null, true) => "JSON can be had by a JSONP callback; there is no CORS header.",
            (_, true) => $"Access-Control-Allow-Origin is {allowed}, and there is a JSONP callback.",
            _ => $"Access-Control-Allow-Origin is {allowed}.",
        }, reply: cors);
    }
}
