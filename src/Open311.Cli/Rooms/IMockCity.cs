using Open311.Mock.Clients;

namespace Open311.Cli.Rooms;

/// <summary>A city with everything that <c>open311 mock</c> tells of it.</summary>
internal interface IMockCity : IOpenCity
{
    /// <summary>Scheme, host and port.</summary>
    Uri Origin { get; }

    /// <summary>The base of the administration.</summary>
    Uri Admin { get; }

    /// <summary>All jurisdiction_ids, that of a single jurisdiction included.</summary>
    IReadOnlyList<string> JurisdictionIds { get; }

    int Seed { get; }

    DateTimeOffset Started { get; }

    /// <summary>Ids of the variations in force.</summary>
    IReadOnlyList<string> Variations { get; }

    /// <summary>A form that a POST is accepted with.</summary>
    IReadOnlyList<KeyValuePair<string, string>> SampleForm { get; }

    /// <summary>Calls judged.</summary>
    long Calls { get; }

    /// <summary>What clients made of each requirement.</summary>
    IReadOnlyList<ClientScore> Scores { get; }

    /// <summary>Whether XML is served.</summary>
    bool Xml => true;

    /// <summary>Whether JSON is served.</summary>
    bool Json => true;
}
