using Open311.Mock.Questions;

namespace Open311.Mock.Clients.Rules.Paths;

/// <summary>Paths in the singular, and the resource they mean.</summary>
internal static class SingularPath
{
    public static (Place Place, string Plural)? Of(ClientCall call)
    {
        if (call.Question.Place != Place.Nowhere)
            return null;
        var first = call.Resource.Split('/')[0];
        var name = first.Split('.')[0].ToLowerInvariant();
        var single = call.Resource.Contains('/');
        return name switch
        {
            "service" => (single ? Place.Definition : Place.Services, "services"),
            "request" => (single ? Place.Request : Place.Requests, "requests"),
            "token" when single => (Place.Token, "tokens"),
            _ => null,
        };
    }
}
