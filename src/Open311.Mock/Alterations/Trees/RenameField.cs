using Open311.Mock.Fixtures;
using Open311.Protocol.Writing;

namespace Open311.Mock.Alterations.Trees;

/// <summary>Gives a field another name (<c>to</c>).</summary>
internal sealed class RenameField(YamlMap map) : FieldAlteration(map)
{
    readonly string to = map.Text("to");

    protected override DataObject Edit(DataObject fields, string name) =>
        new([.. fields.Fields.Select(f => f.Key == name ? KeyValuePair.Create(to, f.Value) : f)]);
}
