using Open311.Conformance.Judging;

namespace Open311.Conformance.Rules.Consistency;

sealed class JsonNamesAreXmlNames : IRule
{
    const string Requirement = "GR2-JSON-011";

    public string Name => "json-names-are-xml-names";

    public async Task JudgeAsync(Examination examination)
    {
        foreach (var pair in await Pairs.AllAsync(examination, Requirement).ConfigureAwait(false))
        {
            foreach (var rename in pair.Comparison.Renames)
                examination.Violated(Requirement, $"{Where.Of(pair.Json)} gives \"{rename.Json}\" where XML has <{rename.Xml}>.", rename.Xml, rename.Json, pair.Json, rename.Node);
            if (pair.Comparison is { Renames.Count: 0, Compared: > 0 })
                examination.Pass(Requirement, "Member names are the XML element names.", pair.Json);
        }

        if (!examination.Record.Has(Requirement, examination.Format))
            examination.Inconclusive(Requirement, "Could not be exercised: no item was there to compare.");
    }
}
