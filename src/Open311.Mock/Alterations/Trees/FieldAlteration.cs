using Open311.Mock.Answers;
using Open311.Mock.Fixtures;
using Open311.Mock.Questions;
using Open311.Protocol.Writing;

namespace Open311.Mock.Alterations.Trees;

/// <summary>Changes one field (<c>field: attributes/code</c>) of the items chosen.</summary>
internal abstract class FieldAlteration(YamlMap map) : Alteration
{
    readonly string[] paths = [.. map.Texts("field")];
    readonly ItemChoice choice = ItemChoice.Read(map);

    public sealed override Reply Change(Reply reply, Question question)
    {
        foreach (var path in paths)
            reply = reply with { Resource = TreeEdit.Objects(reply.Resource, path, choice, (fields, name) => Edit(fields, name)) };
        return reply;
    }

    protected abstract DataObject Edit(DataObject fields, string name);
}
