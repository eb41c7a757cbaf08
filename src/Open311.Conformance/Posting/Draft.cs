using Open311.Conformance.Asking;
using Open311.Protocol;
using Open311.Protocol.Forms;

namespace Open311.Conformance.Posting;

/// <summary>A report to be posted, in the terms of what is tried with it. What is not said is as in the plainest correct report.</summary>
public sealed record Draft
{
    /// <summary>What it is tried for; the name it is found by afterwards.</summary>
    public required string Name { get; init; }

    /// <summary>The format the extension of the URL names.</summary>
    public DataFormat Format { get; init; } = DataFormat.Xml;

    /// <summary>Its service.</summary>
    public ServiceWanted Service { get; init; }

    /// <summary>The code of its service where a rule chose one; null to let <see cref="Service"/> decide.</summary>
    public string? ServiceCode { get; init; }

    /// <summary>How it says where it is.</summary>
    public Siting Siting { get; init; }

    /// <summary>What it says.</summary>
    public Prose Prose { get; init; }

    /// <summary>With which key.</summary>
    public KeyUse Key { get; init; }

    /// <summary>Its attributes, as fields of the form; null for valid values of the required ones.</summary>
    public IReadOnlyList<KeyValuePair<string, string>>? Attributes { get; init; }

    /// <summary>Fields added, or set to another value.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> With { get; init; } = [];

    /// <summary>Fields left out.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];

    /// <summary>The media type it is labelled with.</summary>
    public string ContentType { get; init; } = FormEncoding.MediaType;

    /// <summary>How the form is written.</summary>
    public FormStyle Style { get; init; } = new(BareBrackets: true);

    /// <summary>The fields are sent as a JSON object instead.</summary>
    public bool AsJson { get; init; }

    /// <summary>The names of the parts that hold a tiny image each; with any, the fields are sent as multipart/form-data.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>The jurisdiction: null for the configured one, empty for none.</summary>
    public string? Jurisdiction { get; init; }

    /// <summary>What answer it deserves.</summary>
    public Purpose Purpose { get; init; } = Purpose.Read;
}
