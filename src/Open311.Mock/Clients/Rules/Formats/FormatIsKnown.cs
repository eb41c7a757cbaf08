using Open311.Mock.Questions;

namespace Open311.Mock.Clients.Rules.Formats;

/// <summary>xml or json.</summary>
internal sealed class FormatIsKnown() : ClientRule("CLI-FMT-002", RuleScope.Target)
{
    public override Look Look(ClientCall call)
    {
        var extension = call.Question.Extension;
        if (call.Question.Place == Place.Nowhere || extension.Length == 0)
            return Clients.Look.Away;
        return Clients.Look.When(
            extension.ToLowerInvariant() is "xml" or "json",
            $"The format {Shown(extension)}.",
            "xml or json.",
            draft =>
            {
                // A dot in a code or id, and no format behind it.
                if (Paths.Known.InPath(call, $"{draft.Key}.{extension}"))
                    draft.Key = $"{draft.Key}.{extension}";
            });
    }
}
