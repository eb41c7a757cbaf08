using Open311.Protocol.Writing;

namespace Open311.Mock.Alterations.Trees;

/// <summary>Rebuilds trees with a change at a path such as <c>attributes/values/key</c>; lists on the way are walked item by item.</summary>
internal static class TreeEdit
{
    public static Datum? Field(DataObject fields, string name)
    {
        foreach (var field in fields.Fields)
        {
            if (field.Key == name)
                return field.Value;
        }

        return null;
    }

    /// <summary>Changes the objects that hold, or could hold, the last name of the path.</summary>
    public static Resource Objects(Resource resource, string path, ItemChoice choice, Func<DataObject, string, DataObject> edit)
    {
        var names = path.Split('/');
        return resource with { Content = Objects(resource.Content, names, choice, fields => edit(fields, names[^1])) };
    }

    /// <summary>Changes the lists at the path; the empty path is the list at the root.</summary>
    public static Resource Lists(Resource resource, string path, Func<DataList, Datum> edit)
    {
        if (path.Length == 0)
            return resource.Content is DataList list ? resource with { Content = edit(list) } : resource;
        return Objects(resource, path, new ItemChoice(), (fields, name) =>
            Each(fields, name, value => value is DataList list ? edit(list) : value));
    }

    /// <summary>Replaces the values of the fields of that name.</summary>
    public static DataObject Each(DataObject fields, string name, Func<Datum, Datum> edit) =>
        new([.. fields.Fields.Select(f => f.Key == name ? KeyValuePair.Create(f.Key, edit(f.Value)) : f)]);

    static Datum Objects(Datum datum, ReadOnlySpan<string> names, ItemChoice choice, Func<DataObject, DataObject> edit)
    {
        switch (datum)
        {
            case DataList list:
                var items = new List<Datum>(list.Items.Count);
                for (var i = 0; i < list.Items.Count; i++)
                {
                    var here = names.Length > 1 || choice.Picks(list.Items[i], i);
                    items.Add(here ? Objects(list.Items[i], names, choice, edit) : list.Items[i]);
                }

                return list with { Items = items };
            case DataObject fields when names.Length == 1:
                return edit(fields);
            case DataObject fields:
                var rebuilt = new List<KeyValuePair<string, Datum>>(fields.Fields.Count);
                foreach (var field in fields.Fields)
                    rebuilt.Add(field.Key == names[0] ? KeyValuePair.Create(field.Key, Objects(field.Value, names[1..], choice, edit)) : field);
                return new DataObject(rebuilt);
            default:
                return datum;
        }
    }
}
