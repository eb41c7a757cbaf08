using Open311.Conformance.Findings;
using Open311.Conformance.Judging;
using Open311.Conformance.Posting;

namespace Open311.Conformance.Rules.Posting;

/// <summary>A service with the attributes that its definition asks for.</summary>
/// <param name="Code">The service_code.</param>
/// <param name="Attributes">What can be answered.</param>
sealed record Answerable(string Code, IReadOnlyList<AskedAttribute> Attributes)
{
    const int MostLookedAt = 15;

    /// <summary>The services that have a definition which can be read, in the order in which they are to be preferred.</summary>
    public static async Task<IReadOnlyList<Answerable>> AllAsync(Examination e)
    {
        var all = new List<Answerable>();
        foreach (var code in e.Posts.Services.Defined.Take(MostLookedAt))
        {
            if (await Postbox.AttributesAsync(e, code).ConfigureAwait(false) is { Count: > 0 } attributes)
                all.Add(new(code, attributes));
        }

        return all;
    }

    /// <summary>The first service that has what is looked for; null, and taken down, when there is none.</summary>
    public static async Task<Answerable?> FirstAsync(Examination e, string requirement, string what, Func<Answerable, bool> has)
    {
        var all = await AllAsync(e).ConfigureAwait(false);
        if (all.FirstOrDefault(has) is { } found)
            return found;
        if (e.Posts.Services.Defined.Count > 0 && all.Count == 0)
            e.Inconclusive(requirement, "Could not be exercised: no service definition can be read.", "GR2-SVC-011");
        else
            e.Record.Add(Verdict.NotApplicable, requirement, e.Format, e.Posts.Services.Restricted ? $"No service with {what} is among those that --service-code allows." : $"No service has {what}.");
        return null;
    }

    /// <summary>Valid answers to the required attributes, those left out that are named.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Required(DateTimeOffset now, params IEnumerable<AskedAttribute> but) =>
        [.. from a in Attributes where a.Required && !but.Contains(a) let value = a.Valid(now) where value is not null select a.Answer(value)];

    /// <summary>The report with these attributes.</summary>
    public Draft Draft(Examination e, string name, IReadOnlyList<KeyValuePair<string, string>> attributes) =>
        new() { Name = name, Format = e.Reading, ServiceCode = Code, Attributes = attributes };
}
