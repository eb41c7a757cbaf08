using Open311.Mock.Questions;

namespace Open311.Mock.Clients.Rules.Formats;

/// <summary>.xml, not .XML.</summary>
internal sealed class FormatInLowerCase() : ClientRule("CLI-FMT-004", RuleScope.Target)
{
    public override Look Look(ClientCall call)
    {
        var extension = call.Question.Extension;
        var lower = extension.ToLowerInvariant();
        if (call.Question.Place == Place.Nowhere || lower is not ("xml" or "json"))
            return Clients.Look.Away;
        return Clients.Look.When(extension == lower, $"The format {Shown(extension)}.", $"'{lower}' in lower case.", draft => draft.Extension = lower);
    }
}
