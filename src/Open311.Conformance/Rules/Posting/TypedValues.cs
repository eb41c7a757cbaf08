using Open311.Conformance.Judging;
using Open311.Conformance.Posting;

namespace Open311.Conformance.Rules.Posting;

/// <summary>Well-formed values of number, datetime and text attributes are accepted.</summary>
sealed class TypedValues : IRule
{
    const string Requirement = "GR2-POST-034";
    const string None = "No service that may be used has an attribute of type number, datetime or text.";

    public string Name => "typed-values";

    public async Task JudgeAsync(Examination e)
    {
        var services = await Answerable.AllAsync(e).ConfigureAwait(false);
        if (services.Count == 0)
        {
            e.NotApplicable(Requirement, None);
            return;
        }

        var any = false;
        var done = await TogetherAsync(e, services).ConfigureAwait(false);
        foreach (var (datatype, values) in Values(e.Now))
        {
            if (services.FirstOrDefault(s => s.Attributes.Any(a => a.Datatype == datatype)) is not { } service)
                continue;
            any = true;
            var attribute = service.Attributes.First(a => a.Datatype == datatype);
            foreach (var value in values.Where(v => !done.Contains((datatype, v))))
            {
                if (await e.Posts.PostAsync(e, service.Draft(e, Name, [.. service.Required(e.Now, attribute), attribute.Answer(value)])).ConfigureAwait(false) is not { } posted)
                    return;
                Acceptance.Judge(e, posted, Requirement);
            }
        }

        if (!any)
            e.NotApplicable(Requirement, None);
    }

    // One report may show that all is well; only where it is refused is each type tried by itself.
    async Task<IReadOnlySet<(string Datatype, string Value)>> TogetherAsync(Examination e, IReadOnlyList<Answerable> services)
    {
        var tried = services
            .Select(s => (Service: s, Answers: Values(e.Now).Select(v => (v.Datatype, Value: v.Values[0], Attribute: s.Attributes.FirstOrDefault(a => a.Datatype == v.Datatype))).Where(v => v.Attribute is not null).ToList()))
            .MaxBy(s => s.Answers.Count);
        if (tried.Service is not { } service || tried.Answers.Count < 2)
            return new HashSet<(string, string)>();
        var attributes = service.Required(e.Now, tried.Answers.Select(a => a.Attribute!)).Concat(tried.Answers.Select(a => a.Attribute!.Answer(a.Value)));
        if (await e.Posts.PostAsync(e, service.Draft(e, Name, [.. attributes])).ConfigureAwait(false) is not { Accepted: true } posted)
            return new HashSet<(string, string)>();
        Acceptance.Judge(e, posted, Requirement);
        return tried.Answers.Select(a => (a.Datatype, a.Value)).ToHashSet();
    }

    static IEnumerable<(string Datatype, string[] Values)> Values(DateTimeOffset now) =>
    [
        ("number", ["3", "2.5", "-1"]),
        ("datetime", [Instants.Write(now - TimeSpan.FromDays(1))]),
        ("text", ["First line\r\nSecond line"]),
    ];
}
