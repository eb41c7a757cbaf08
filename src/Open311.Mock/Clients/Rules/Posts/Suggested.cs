namespace Open311.Mock.Clients.Rules.Posts;

/// <summary>A service for a report that names none, with answers to what it requires.</summary>
internal static class Suggested
{
    public static void Service(CallDraft draft, ClientCall call, string? code = null)
    {
        var offered = call.City.City.Services.Where(s => call.Jurisdiction is not { } j || s.Jurisdictions.Contains(j)).ToArray();
        var service = offered.FirstOrDefault(s => s.Code == code) ?? offered.FirstOrDefault(s => !s.Attributes.Any(a => a.Required)) ?? offered.FirstOrDefault();
        if (service is null)
            return;
        draft.Set("service_code", service.Code);
        foreach (var attribute in service.Attributes.Where(a => a.Required && !draft.Arguments.Exists(x => x.Key.StartsWith($"attribute[{a.Code}]", StringComparison.Ordinal))))
            draft.Set($"attribute[{attribute.Code}]{(attribute.Datatype == "multivaluelist" ? "[]" : "")}", Attributes.Sample.Of(attribute));
    }
}
