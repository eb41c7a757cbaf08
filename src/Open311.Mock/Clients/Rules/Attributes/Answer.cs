using Open311.Mock.Cities;

namespace Open311.Mock.Clients.Rules.Attributes;

/// <summary>What was sent for one attribute, in whichever form.</summary>
/// <param name="Attribute">The attribute of the definition; null where it has none of this code.</param>
/// <param name="Code">The code sent.</param>
/// <param name="Sent">The arguments, none of them empty.</param>
/// <param name="IsBare">Whether it was sent without the form attribute[code].</param>
internal sealed record Answer(ServiceAttribute? Attribute, string Code, IReadOnlyList<SentArgument> Sent, bool IsBare)
{
    static readonly char[] Marks = ['_', '.', '-', ':', '[', ']'];

    public bool IsMulti => Attribute?.Datatype == "multivaluelist";

    /// <summary>Several keys of the list joined with commas, which no key is.</summary>
    public bool IsJoined => IsMulti && Sent is [var one] && !HasKey(one.Value.Trim())
        && one.Value.Split(',', StringSplitOptions.TrimEntries) is { Length: > 1 } parts && parts.All(HasKey);

    public IEnumerable<string> Values => IsJoined ? Sent[0].Value.Split(',', StringSplitOptions.TrimEntries) : Sent.Select(s => s.Value.Trim());

    /// <summary>The answers of a report to a known service; none for any other call.</summary>
    public static IReadOnlyList<Answer> Of(ClientCall call)
    {
        if (!call.IsReport || call.Service is not { } service)
            return [];
        return [.. call.Sent.Where(a => !a.IsEmpty)
            .Select(a => (Argument: a, Read: Read(a, service)))
            .Where(a => a.Read.Code is not null)
            .GroupBy(a => a.Read)
            .Select(g => new Answer(service.Attributes.FirstOrDefault(x => x.Code == g.Key.Code), g.Key.Code!, [.. g.Select(a => a.Argument)], g.Key.IsBare))];
    }

    public bool HasKey(string value) => Attribute!.Values.Any(v => v.Key == value);

    static (string? Code, bool IsBare) Read(SentArgument argument, Service service)
    {
        if (argument.AttributeCode is { } code)
            return (code, false);
        if (Posts.StandardNames.OfPost.Contains(argument.Name))
            return (null, false);
        // attribute_CODE, attributes[CODE], CODE[], CODE
        var bare = argument.Name;
        foreach (var prefix in new[] { "attributes", "attribute" })
        {
            if (bare.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                bare = bare[prefix.Length..];
                break;
            }
        }

        bare = bare.Trim(Marks);
        var known = service.Attributes.FirstOrDefault(a => a.Code == argument.Name) ?? service.Attributes.FirstOrDefault(a => a.Code == bare);
        return (known?.Code, known is not null);
    }
}
