using Open311.Conformance.Judging;
using Open311.Conformance.Posting;

namespace Open311.Conformance.Rules.Posting;

/// <summary>Well-formed values of number, datetime and text attributes are accepted.</summary>
sealed class TypedValues : IRule
{
    const string Requirement = "GR2-POST-034";

    public string Name => "typed-values";

    public async Task JudgeAsync(Examination e)
    {
        var services = await Answerable.AllAsync(e).ConfigureAwait(false);
        var any = false;
        foreach (var (datatype, values) in Values(e.Now))
        {
            if (services.FirstOrDefault(s => s.Attributes.Any(a => a.Datatype == datatype)) is not { } service)
                continue;
            any = true;
            var attribute = service.Attributes.First(a => a.Datatype == datatype);
            foreach (var value in values)
            {
                if (await e.Posts.PostAsync(e, service.Draft(e, Name, [.. service.Required(e.Now, attribute), attribute.Answer(value)])).ConfigureAwait(false) is not { } posted)
                    return;
                Acceptance.Judge(e, posted, Requirement);
            }
        }

        if (!any)
            e.NotApplicable(Requirement, "No service that may be used has an attribute of type number, datetime or text.");
    }

    static IEnumerable<(string Datatype, string[] Values)> Values(DateTimeOffset now) =>
    [
        ("number", ["3", "2.5", "-1"]),
        ("datetime", [Instants.Write(now - TimeSpan.FromDays(1))]),
        ("text", ["First line\r\nSecond line"]),
    ];
}
