using Open311.Conformance.Findings;
using Open311.Conformance.Shapes.Values;
using Open311.Protocol.Documents;

namespace Open311.Conformance.Shapes;

/// <summary>Judges a document by its shape: structure, names, presence and values of every field, then the rules over its items.</summary>
public sealed class ShapeJudge
{
    static readonly Dictionary<FieldKind, IValueCheck> checks = new IValueCheck[]
    {
        new BooleanCheck(), new WordCheck(), new IdentifierCheck(), new DateTimeCheck(), new LatitudeCheck(), new LongitudeCheck(),
        new UrlCheck(), new KeywordsCheck(), new OrderCheck(), new MediaTypeCheck(), new ChangesetCheck(),
    }.ToDictionary(c => c.Kind);

    readonly IReadOnlyDictionary<string, IItemsRule> rules;

    /// <summary>Takes up the named rules.</summary>
    public ShapeJudge(IEnumerable<IItemsRule> rules) => this.rules = rules.ToDictionary(r => r.Name);

    /// <summary>The named rules.</summary>
    public IReadOnlyDictionary<string, IItemsRule> Rules => rules;

    /// <summary>Judges one document. False when it is not of that shape at all, so that nothing below the root was judged.</summary>
    public bool Judge(ShapeContext context, Document document)
    {
        var shape = context.Shape;
        var shaped = ShapeReader.Read(document, shape);
        Structure(context, shaped.Deviations, shape);
        if (shaped.Recognised)
        {
            GenericRules.Tree(context, document.Root);
            Items(context, shape.Fields, shaped.Items, shape.Rules, document);
        }

        context.Finish();
        return shaped.Recognised;
    }

    static void Structure(ShapeContext context, IReadOnlyList<StructureDeviation> deviations, Shape shape)
    {
        foreach (var d in deviations)
        {
            if (d.IsTolerated)
                context.Add(Verdict.Warn, d.Requirement, d.Message, d.Expected, d.Actual, d.Node);
            else
                context.Violated(d.Requirement, d.Message, d.Expected, d.Actual, d.Node, d.FollowsFrom);
        }

        if (context.Format == Protocol.DataFormat.Xml && shape.XmlAlso is { } also)
        {
            if (deviations is [var first, ..])
                context.Violated(also, first.Message, first.Expected, first.Actual, first.Node, first.Requirement);
            else
                context.Passed(also, "The structure is as prescribed.");
        }

        var top = context.Format == Protocol.DataFormat.Xml ? (string[])[shape.XmlRoot, shape.XmlItem] : [shape.JsonTop];
        foreach (var requirement in top.Distinct().Where(r => deviations.All(d => d.Requirement != r)))
            context.Passed(requirement, "The structure is as prescribed.");
    }

    void Items(ShapeContext context, IReadOnlyList<Field> fields, IReadOnlyList<Node> items, IReadOnlyList<string> rulesOfItems, Document? document = null)
    {
        foreach (var item in items)
        {
            if (document is null)
                Item(context, fields, item);
            else
                context.Item(document, item, () => Item(context, fields, item));
        }

        foreach (var field in fields.Where(f => f.Unique is not null))
            UniqueCheck.Check(context, field, items);
        foreach (var rule in rulesOfItems)
            rules[rule].Judge(context, items);
    }

    void Item(ShapeContext context, IReadOnlyList<Field> fields, Node item)
    {
        GenericRules.Item(context, fields, item);
        foreach (var field in fields)
            One(context, field, item);
    }

    void One(ShapeContext context, Field field, Node item)
    {
        var softer = field.SofterWhen is { } other && item.Value(other) == field.SofterValue;
        var value = item.Child(field.Name);
        if (value is null || value.IsEmpty)
        {
            Missing(context, field, item, value, softer);
            if (value is not null && context.Format == Protocol.DataFormat.Json)
                GenericRules.EmptyJson(context, field, value);
            return;
        }

        if (field.Presence is { } presence)
            context.Passed(presence, $"Every item has {field.Name}.");
        if (field.Kind == FieldKind.List)
        {
            List(context, field, item);
            return;
        }

        if (!value.IsScalar)
        {
            GenericRules.NotScalar(context, field, value);
            return;
        }

        if (context.Format == Protocol.DataFormat.Json && context.Shape.Generic.JsonScalar is { } scalar)
            context.Passed(scalar, "Fields are JSON scalars.");
        if (checks.TryGetValue(field.Kind, out var check))
            check.Check(context, field, value);
        TextChecks.Check(context, field, value);
    }

    static void Missing(ShapeContext context, Field field, Node item, Node? value, bool softer)
    {
        if (field.Presence is not { } requirement)
            return;
        var verdict = value is null ? field.Absent : field.Empty;
        var what = value is null ? "is missing" : "is empty";
        if (verdict == Verdict.Pass)
        {
            context.Passed(requirement, $"{field.Name} {what}, which is allowed.");
            return;
        }

        if (softer && verdict == Verdict.Fail && (value is not null || !field.SofterOnlyWhenEmpty))
            verdict = Verdict.Warn;
        if (field.Substitute is { } substitute && item.Value(substitute) is not null)
        {
            context.Add(Verdict.Warn, requirement, $"{field.Name} {what}; {substitute} stands in for it.", $"{field.Name} with a value", substitute, item);
            return;
        }

        var variant = value is null ? GenericRules.VariantOf(field.Name, item) : null;
        context.Add(
            verdict,
            requirement,
            variant is null ? $"{field.Name} {what}." : $"{field.Name} {what}; \"{variant.Name}\" is not the same name.",
            verdict == Verdict.Fail ? $"{field.Name} with a value" : $"{field.Name}, possibly empty",
            value is null ? "no such field" : "an empty field",
            value ?? item,
            variant is not null && context.Format == Protocol.DataFormat.Json ? context.Shape.Generic.JsonNames
            : value is null && field.Kind == FieldKind.List && item.Child(field.Item!) is not null ? context.Shape.XmlItem
            : null);
    }

    void List(ShapeContext context, Field field, Node item)
    {
        var list = ShapeReader.ReadList(item, field, context.Format);
        foreach (var d in list.Deviations.Where(d => d.Requirement.Length > 0))
            context.Violated(context.Format == Protocol.DataFormat.Xml ? context.Shape.XmlItem : d.Requirement, d.Message, d.Expected, d.Actual, d.Node);
        if (list.Deviations.Count == 0)
            context.Passed(context.Format == Protocol.DataFormat.Xml ? context.Shape.XmlItem : field.Structure ?? context.Shape.JsonTop, $"{field.Name} is a list of {field.Item}.");
        if (field.Fields.Count > 0)
        {
            Items(context, field.Fields, list.Items, field.Rules);
            return;
        }

        // A text in place of the list may hold several items, so that its form says nothing of theirs.
        foreach (var plain in list.Items.Where(i => i.IsScalar && !i.IsEmpty && (list.Deviations.Count == 0 || !i.Text.Contains(','))))
        {
            if (checks.TryGetValue(field.ItemKind, out var check))
                check.Check(context, field, plain);
        }
    }
}
