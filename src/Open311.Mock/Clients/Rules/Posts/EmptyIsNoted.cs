using Open311.Mock.Questions;

namespace Open311.Mock.Clients.Rules.Posts;

/// <summary>Notes empty arguments.</summary>
internal sealed class EmptyIsNoted() : ClientRule("CLI-POST-015", RuleScope.Target)
{
    public override Look Look(ClientCall call)
    {
        if (call.Question.Place == Place.Nowhere)
            return Clients.Look.Away;
        string[] empty = [.. call.Sent.Where(a => a.IsEmpty && a.Name.Length > 0).Select(a => a.Name).Distinct().Take(10)];
        return empty.Length == 0
            ? Clients.Look.Away
            : Clients.Look.Broken($"Empty arguments: {string.Join(", ", empty.Select(Shown))}.", "Nothing else; they count as absent.");
    }
}
