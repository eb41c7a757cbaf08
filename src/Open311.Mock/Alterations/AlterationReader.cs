using Open311.Mock.Alterations.Behaviour;
using Open311.Mock.Alterations.Bodies;
using Open311.Mock.Alterations.Trees;
using Open311.Mock.Fixtures;
using Open311.Mock.Questions;
using Open311.Protocol;

namespace Open311.Mock.Alterations;

/// <summary>Reads the <c>change</c> list of a fault or variation: one mutator by name and its parameters per item.</summary>
internal static class AlterationReader
{
    // Only those that ask for the scope know its names: what changes questions or data touches no single answer.
    static readonly Dictionary<string, Func<YamlMap, Func<Scope>, Alteration>> Mutators = new()
    {
        ["rules"] = (map, _) => new SetRules(map),
        ["city"] = (map, _) => new SetCity(map),
        ["style"] = (map, scope) => new SetStyle(map) { Scope = scope() },
        ["ignore-argument"] = (map, _) => new IgnoreArgument(map),
        ["edit-form"] = (map, _) => new EditForm(map),
        ["get-posts"] = (map, _) => new GetPosts(map),
        ["post-reads"] = (map, _) => new PostReads(map),
        ["post-twice"] = (map, _) => new PostTwice(map),
        ["unknown-key"] = (map, scope) => new UnknownKey(map) { Scope = scope() },
        ["refuse"] = (map, scope) => new Refuse(map) { Scope = scope() },
        ["answer-format"] = (map, scope) => new AnswerFormat(map) { Scope = scope() },
        ["edit-field"] = (map, scope) => new EditField(map) { Scope = scope() },
        ["drop-field"] = (map, scope) => new DropField(map) { Scope = scope() },
        ["rename-field"] = (map, scope) => new RenameField(map) { Scope = scope() },
        ["add-field"] = (map, scope) => new AddField(map) { Scope = scope() },
        ["repeat-field"] = (map, scope) => new RepeatField(map) { Scope = scope() },
        ["move-field"] = (map, scope) => new MoveField(map) { Scope = scope() },
        ["swap-fields"] = (map, scope) => new SwapFields(map) { Scope = scope() },
        ["sort-fields"] = (map, scope) => new SortFields(map) { Scope = scope() },
        ["drop-empty"] = (map, scope) => new EmptyFields(map) { Scope = scope() },
        ["json-type"] = (map, scope) => new JsonType(map) { Scope = scope() },
        ["date-form"] = (map, scope) => new DateForm(map) { Scope = scope() },
        ["drop-items"] = (map, scope) => new DropItems(map) { Scope = scope() },
        ["repeat-items"] = (map, scope) => new RepeatItems(map) { Scope = scope() },
        ["reverse-items"] = (map, scope) => new ReverseItems(map) { Scope = scope() },
        ["add-item"] = (map, scope) => new AddItem(map) { Scope = scope() },
        ["item-name"] = (map, scope) => new ItemName(map) { Scope = scope() },
        ["flatten-list"] = (map, scope) => new FlattenList(map) { Scope = scope() },
        ["wrap-items"] = (map, scope) => new WrapItems(map) { Scope = scope() },
        ["rename-root"] = (map, scope) => new RenameRoot(map) { Scope = scope() },
        ["wrap-root"] = (map, scope) => new WrapRoot(map) { Scope = scope() },
        ["first-item-alone"] = (map, scope) => new FirstItemAlone(map) { Scope = scope() },
        ["array-around"] = (map, scope) => new ArrayAround(map) { Scope = scope() },
        ["replace"] = (map, scope) => new ReplaceText(map) { Scope = scope() },
        ["body"] = (map, scope) => new SetBody(map) { Scope = scope() },
        ["bytes"] = (map, scope) => new SetBytes(map) { Scope = scope() },
        ["status"] = (map, scope) => new SetStatus(map) { Scope = scope() },
        ["header"] = (map, scope) => new SetHeader(map) { Scope = scope() },
        ["framing"] = (map, scope) => new SetFraming(map) { Scope = scope() },
        ["gzip"] = (map, scope) => new Gzip(map) { Scope = scope() },
    };

    /// <summary>The names that <c>change</c> may use.</summary>
    public static IEnumerable<string> Names => Mutators.Keys;

    public static IReadOnlyList<Alteration> Read(IReadOnlyList<YamlMap> changes) => [.. changes.Select(Read)];

    static Alteration Read(YamlMap change)
    {
        if (change.Names.ToArray() is not [var name])
            throw change.Problem("Each change must be one mutator with its parameters, such as drop-field: { field: status }.");
        if (!Mutators.TryGetValue(name, out var make))
            throw change.Problem($"There is no mutator '{name}'; there are {string.Join(", ", Mutators.Keys)}.");
        var map = change.Map(name);
        var alteration = make(map, () => ReadScope(map));
        map.RefuseOthers();
        return alteration;
    }

    static Scope ReadScope(YamlMap map)
    {
        var scope = new Scope
        {
            On = map.Texts("on"),
            Format = map.Has("format") ? map.Choice("format", DataFormat.Xml) : null,
            Statuses = map.Texts("when_status"),
            Arguments = map.Texts("when_argument"),
            Methods = map.Texts("when_method"),
            Form = map.Texts("when_form"),
            Header = map.OptionalText("when_header"),
            At = map.Texts("at"),
            Text = map.OptionalText("when_text") is { } text ? Patterns.Read(map, "when_text", text) : null,
            EmptyList = map.Flag("when_empty", false),
            Every = map.Whole("every", 1),
        };
        string[] kinds = ["errors", .. Enum.GetNames<Place>().Select(n => n.ToLowerInvariant())];
        if (scope.On.Concat(scope.At).FirstOrDefault(kind => !kinds.Contains(kind)) is { } unknown)
            throw map.Problem("on", $"'{unknown}' is not a resource; resources are {string.Join(", ", kinds)}.");
        return scope.Every > 0 ? scope : throw map.Problem("every", "'every' must be at least 1.");
    }
}
