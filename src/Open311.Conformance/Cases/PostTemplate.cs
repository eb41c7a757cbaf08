using Open311.Conformance.Asking;
using Open311.Conformance.Judging;
using Open311.Conformance.Posting;
using Open311.Protocol;
using Open311.Protocol.Forms;

namespace Open311.Conformance.Cases;

/// <summary>What a case posts: how its report departs from the plainest correct one. Texts may hold variables.</summary>
public sealed record PostTemplate
{
    /// <summary>The service reported to.</summary>
    public ServiceWanted Service { get; init; }

    /// <summary>How it says where it is.</summary>
    public Siting Siting { get; init; }

    /// <summary>What it says.</summary>
    public Prose Prose { get; init; }

    /// <summary>With which key.</summary>
    public KeyUse Key { get; init; }

    /// <summary>Fields added or set.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> With { get; init; } = [];

    /// <summary>Fields left out.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];

    /// <summary>The label of the body; null for that of forms.</summary>
    public string? ContentType { get; init; }

    /// <summary>Blanks are written %20.</summary>
    public bool BlankAsPercent20 { get; init; }

    /// <summary>The body is a JSON object.</summary>
    public bool AsJson { get; init; }

    /// <summary>The jurisdiction, with variables: null for the configured one, empty for none.</summary>
    public string? Jurisdiction { get; init; }

    /// <summary>What answer it deserves.</summary>
    public Purpose Purpose { get; init; }

    /// <summary>The report of one run of the case.</summary>
    internal Draft ToDraft(Examination e) => new()
    {
        Name = e.Case.Id,
        Format = e.Reading,
        Service = Service,
        Siting = Siting,
        Prose = Prose,
        Key = Key,
        With = [.. With.Select(w => KeyValuePair.Create(Template.Fill(w.Key, e), Template.Fill(w.Value, e)))],
        Without = [.. Without.Select(w => Template.Fill(w, e))],
        ContentType = ContentType ?? FormEncoding.MediaType,
        Style = new FormStyle(BareBrackets: true, BlankAsPercent20),
        AsJson = AsJson,
        Jurisdiction = Jurisdiction is { } jurisdiction ? Template.Fill(jurisdiction, e) : null,
        Purpose = Purpose,
    };
}
