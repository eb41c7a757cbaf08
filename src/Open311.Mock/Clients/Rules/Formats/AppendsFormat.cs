using Open311.Mock.Questions;

namespace Open311.Mock.Clients.Rules.Formats;

/// <summary>A format is appended.</summary>
internal sealed class AppendsFormat() : ClientRule("CLI-FMT-001", RuleScope.Target)
{
    public override Look Look(ClientCall call)
    {
        if (call.Question.Place == Place.Nowhere)
            return Clients.Look.Away;
        return Clients.Look.When(
            call.Question.Extension.Length > 0,
            $"The path {Shown(call.Path)} without a format.",
            "The format at the end of the path: .xml or .json.",
            draft =>
            {
                // requests/json, as one client writes it, means the list.
                if (draft.Key is "json" or "xml")
                    (draft.Place, draft.Extension, draft.Key) = (draft.Place == Place.Definition ? Place.Services : Place.Requests, draft.Key, "");
            });
    }
}
