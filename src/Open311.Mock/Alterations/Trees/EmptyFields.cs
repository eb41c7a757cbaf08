using Open311.Mock.Answers;
using Open311.Mock.Fixtures;
using Open311.Mock.Questions;
using Open311.Protocol.Writing;

namespace Open311.Mock.Alterations.Trees;

/// <summary>Says nothing in another way: empty fields are left out (<c>as: absent</c>) or written as empty text (<c>as: text</c>).</summary>
internal sealed class EmptyFields(YamlMap map) : Alteration
{
    readonly bool absent = map.Text("as") switch
    {
        "absent" => true,
        "text" => false,
        var other => throw map.Problem("as", $"'as' must be absent or text, not '{other}'."),
    };

    readonly IReadOnlyList<string> except = map.Texts("except");

    public override Reply Change(Reply reply, Question question) =>
        reply with { Resource = reply.Resource with { Content = Without(reply.Resource.Content) } };

    Datum Without(Datum datum) => datum switch
    {
        DataList list => list with { Items = [.. list.Items.Select(Without)] },
        DataObject fields => new DataObject([.. fields.Fields
            .Where(f => !absent || f.Value is not DataNull || except.Contains(f.Key))
            .Select(f => KeyValuePair.Create(f.Key, f.Value is DataNull && !absent ? new DataText("") : Without(f.Value)))]),
        _ => datum,
    };
}
