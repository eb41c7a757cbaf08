using Open311.Mock.Questions;

namespace Open311.Mock.Clients.Rules.Lists;

/// <summary>Calls for lists of requests, and the arguments with several values.</summary>
internal static class ListCall
{
    public static IReadOnlyList<string> CommaLists { get; } = ["service_request_id", "service_code", "status"];

    public static bool Is(ClientCall call) => call.IsRead && call.Question.Place == Place.Requests && call.Query.Count > 0;

    /// <summary>The filled values of the comma lists.</summary>
    public static IEnumerable<SentArgument> Lists(ClientCall call) =>
        Is(call) ? call.Query.Where(a => CommaLists.Contains(a.Name) && !a.IsEmpty) : [];

    /// <summary>The filled dates.</summary>
    public static IEnumerable<SentArgument> Dates(ClientCall call) =>
        Is(call) ? call.Query.Where(a => a.Name is "start_date" or "end_date" && !a.IsEmpty) : [];

    public static IEnumerable<string> Items(SentArgument list) => list.Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
