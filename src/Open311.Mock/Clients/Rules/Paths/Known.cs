using Open311.Mock.Questions;

namespace Open311.Mock.Clients.Rules.Paths;

/// <summary>Whether the city knows what a path names.</summary>
internal static class Known
{
    public static bool InPath(ClientCall call, string key) => call.Question.Place switch
    {
        Place.Definition => call.City.Service(call.Jurisdiction, key) is not null,
        Place.Request => call.City.KnowsId(call.Jurisdiction ?? "", key),
        _ => false,
    };
}
