using Open311.Mock.Cities;
using Open311.Mock.Questions;
using Open311.Mock.Store;
using Open311.Protocol;

namespace Open311.Mock.Answers;

/// <summary>Answers every question put to the city. Knows nothing of bytes and connections.</summary>
internal sealed class CityDesk(City city, RequestStore store, CityRules rules, TimeProvider time, DateTimeOffset started, Func<Uri> endpoint, PostDesk posts)
{
    readonly JurisdictionRule jurisdictions = new(city, rules);
    readonly RequestSelection selection = new(city, store, rules, time);

    public Reply Answer(Question question)
    {
        var format = question.Format ?? DataFormat.Xml;
        try
        {
            if (question.Place == Place.Nowhere)
                throw new Refusal(404, "There is no resource at this path.");
            if ((question.Format is null && !rules.Misbehaviour.UnknownExtensionIsXml) || (!Served(format) && question.Place != Place.Discovery))
                throw new Refusal(404, "This resource is not available in the format that the extension names.");
            var allowed = question.Place == Place.Requests ? "GET, HEAD, POST" : "GET, HEAD";
            if (!question.IsRead && !(question.IsPost && question.Place == Place.Requests))
                return Reply.Error(format, 405, $"The method is not allowed here; allowed are {allowed}.") with { Allow = allowed };
            return Found(question, format);
        }
        catch (Refusal refusal)
        {
            return Reply.Error(format, refusal.Status, refusal.Descriptions);
        }
    }

    Reply Found(Question question, DataFormat format)
    {
        if (question.Place == Place.Discovery)
            return new Reply { Status = 200, Format = format, By = this, Resource = DiscoveryTree.Of(city, rules, endpoint(), started) };
        if (rules.Misbehaviour.KeyOnReads && question.IsRead && question.Query.Value("api_key") is null)
            throw new Refusal(403, "The api_key was not provided.");
        if (question.FormProblems is [var first, ..])
            throw new Refusal(first.Status, [.. question.FormProblems.Select(p => p.Description)]);
        var jurisdiction = jurisdictions.Of(question);
        RefuseUnknownArguments(question);
        var reply = new Reply { Status = 200, Format = format, By = this };
        return question.Place switch
        {
            Place.Services => reply with { Build = () => ResourceTrees.Services(Offered(jurisdiction)) },
            Place.Definition => Definition(reply, question, jurisdiction),
            Place.Request => Single(reply, question, jurisdiction),
            Place.Token => Token(reply, question, jurisdiction),
            _ when question.IsPost => Post(reply, question, jurisdiction),
            _ => List(reply, question, jurisdiction),
        };
    }

    bool Served(DataFormat format) => format == DataFormat.Json ? rules.Json : rules.Xml;

    IEnumerable<Service> Offered(string jurisdiction) => city.Services.Where(s => s.Jurisdictions.Contains(jurisdiction));

    Reply Definition(Reply reply, Question question, string jurisdiction)
    {
        var code = Key(question);
        var service = code.Length == 0 ? null : Offered(jurisdiction).FirstOrDefault(s => s.Code == code);
        if (service is null)
            return Unknown(reply, code, "service_code");
        if (service.Attributes.Count == 0 && Refusal.For(rules.PlainDefinition, "The service with this service_code has no definition.") is { } refusal)
            throw refusal;
        return reply with { Build = () => ResourceTrees.Definition(service) };
    }

    Reply Single(Reply reply, Question question, string jurisdiction)
    {
        var wrong = rules.Misbehaviour;
        var id = Key(question);
        var request = wrong.JurisdictionsMixed
            ? store.Listed(null).FirstOrDefault(r => r.Id == id)
            : store.ById(jurisdiction, id);
        var now = time.GetUtcNow();
        if (request is null || id.Length == 0
            || (wrong.ForgetAfterDays > 0 && now - request.Requested > TimeSpan.FromDays(wrong.ForgetAfterDays)))
            return Unknown(reply, id, "service_request_id");
        if (wrong.ReadingUpdates)
            request = request with { Updated = now };
        var listed = wrong.FiltersOnSingle ? selection.Select([request], question.Query) : [request];
        return reply with { Build = () => ResourceTrees.Requests(listed), Listed = listed };
    }

    Reply Token(Reply reply, Question question, string jurisdiction)
    {
        var token = Key(question);
        if (token.Length == 0 || store.ByToken(jurisdiction, token) is not { } found)
            return Unknown(reply, token, "token");
        return reply with { Resource = ResourceTrees.Token(token, found.Listed ? found.Request.Id : "") };
    }

    Reply List(Reply reply, Question question, string jurisdiction)
    {
        var listed = selection.Select(rules.Misbehaviour.JurisdictionsMixed ? null : jurisdiction, question.Query);
        if (listed.Count == 0 && rules.Misbehaviour.EmptyIsNotFound)
            throw new Refusal(404, "No service requests were found.");
        return reply with { Build = () => ResourceTrees.Requests(listed), Listed = listed };
    }

    Reply Post(Reply reply, Question question, string jurisdiction)
    {
        var (request, kept) = posts.Accept(question, jurisdiction);
        return reply with { Resource = ResourceTrees.Posted(request), Kept = kept };
    }

    Reply Unknown(Reply reply, string key, string argument)
    {
        if (key.Length == 0)
            return MissingKey(reply, argument);
        throw new Refusal(404, $"The {argument} in the path was not found.");
    }

    Reply MissingKey(Reply reply, string argument)
    {
        if (Refusal.For(rules.MissingKey, $"The {argument} was not provided in the path.") is { } refusal)
            throw refusal;
        return reply with
        {
            Resource = argument == "service_code" ? ResourceTrees.Services(city.Services) : ResourceTrees.Requests(store.Listed(null).Take(rules.MaxRequests)),
        };
    }

    string Key(Question question)
    {
        var key = rules.Misbehaviour.PathNotDecoded ? Uri.EscapeDataString(question.Key) : question.Key;
        return rules.Misbehaviour.DotEndsKey && key.IndexOf('.') is >= 0 and var dot ? key[..dot] : key;
    }

    void RefuseUnknownArguments(Question question)
    {
        string[] known = ["jurisdiction_id", "api_key", "service_request_id", "service_code", "start_date", "end_date", "status"];
        if (rules.Misbehaviour.UnknownArgumentsRefused && question.Query.Pairs.Any(p => !known.Contains(p.Key)))
            throw new Refusal(400, $"An argument is not known here; known are {string.Join(", ", known)}.");
    }
}
