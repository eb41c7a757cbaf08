namespace Open311.Mock.Clients.Rules.Lists;

/// <summary>Notes filters that have no effect.</summary>
internal sealed class FiltersBesideIds() : ClientRule("CLI-REQS-010", RuleScope.Target)
{
    public override Look Look(ClientCall call)
    {
        if (!ListCall.Is(call) || call.Value("service_request_id") is null)
            return Clients.Look.Away;
        string[] others = [.. call.Query.Where(a => !a.IsEmpty && a.Name is "service_code" or "status" or "start_date" or "end_date").Select(a => a.Name).Distinct()];
        return Clients.Look.When(others.Length == 0, $"{string.Join(", ", others)} beside service_request_id, which overrides them.", "service_request_id alone.", draft => others.ToList().ForEach(draft.Remove));
    }
}
