using Open311.Conformance.Judging;

namespace Open311.Conformance.Rules.Consistency;

sealed class JsonIdentifiersKeepTheirText : IRule
{
    const string Requirement = "GR2-JSON-007";

    public string Name => "json-identifiers-keep-their-text";

    public async Task JudgeAsync(Examination examination)
    {
        foreach (var pair in await Pairs.AllAsync(examination, Requirement).ConfigureAwait(false))
        {
            var lost = pair.Comparison.Differences.Where(d => d.Kind == DifferenceKind.Number).ToList();
            foreach (var group in lost.GroupBy(d => d.Field))
            {
                var first = group.First();
                examination.Violated(Requirement, $"{first.Field} is another text in {group.Count()} items of {Where.Of(pair.Json)}: it is {first.Xml} in XML and {first.Json} in JSON.", first.Xml, first.Json, pair.Json, first.Node);
            }

            if (lost.Count == 0 && pair.Comparison.Compared > 0)
                examination.Pass(Requirement, "Identifiers in JSON have the text that they have in XML.", pair.Json);
        }

        if (!examination.Record.Has(Requirement, examination.Format))
            examination.Inconclusive(Requirement, "Could not be exercised: no identifier was there to compare.");
    }
}
