using Open311.Mock.Answers;
using Open311.Mock.Fixtures;
using Open311.Mock.Questions;
using Open311.Protocol.Writing;

namespace Open311.Mock.Alterations.Trees;

/// <summary>Writes the fields of every object in another order: by name, backwards, or differently for each item.</summary>
internal sealed class SortFields(YamlMap map) : Alteration
{
    readonly string by = map.Text("by") is var text and ("name" or "backwards" or "item")
        ? text
        : throw map.Problem("by", "'by' must be name, backwards or item.");

    public override Reply Change(Reply reply, Question question) =>
        reply with { Resource = reply.Resource with { Content = Sorted(reply.Resource.Content, 0) } };

    Datum Sorted(Datum datum, int index) => datum switch
    {
        DataList list => list with { Items = [.. list.Items.Select(Sorted)] },
        DataObject fields => new DataObject([.. Order(fields.Fields, index).Select(f => KeyValuePair.Create(f.Key, Sorted(f.Value, index)))]),
        _ => datum,
    };

    IEnumerable<KeyValuePair<string, Datum>> Order(IReadOnlyList<KeyValuePair<string, Datum>> fields, int index) => by switch
    {
        "name" => fields.OrderBy(f => f.Key, StringComparer.Ordinal),
        "backwards" => fields.Reverse(),
        _ when fields.Count == 0 => fields,
        _ => fields.Skip(index % fields.Count).Concat(fields.Take(index % fields.Count)),
    };
}
