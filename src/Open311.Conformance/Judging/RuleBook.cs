using System.Reflection;
using Open311.Conformance.Shapes;

namespace Open311.Conformance.Judging;

/// <summary>All rules by the names that fixtures use. A rule is found because it exists: one sealed class, nothing to register.</summary>
public sealed class RuleBook
{
    RuleBook(IReadOnlyDictionary<string, IRule> rules, IReadOnlyDictionary<string, IAnswersRule> answersRules, IReadOnlyList<IItemsRule> itemsRules)
    {
        Rules = rules;
        AnswersRules = answersRules;
        ItemsRules = itemsRules;
    }

    /// <summary>Rules that ask.</summary>
    public IReadOnlyDictionary<string, IRule> Rules { get; }

    /// <summary>Rules over every answer.</summary>
    public IReadOnlyDictionary<string, IAnswersRule> AnswersRules { get; }

    /// <summary>Rules over the items of a document.</summary>
    public IReadOnlyList<IItemsRule> ItemsRules { get; }

    /// <summary>Finds the rules of this assembly.</summary>
    public static RuleBook Load()
    {
        var types = Assembly.GetExecutingAssembly().GetTypes().Where(t => t is { IsClass: true, IsAbstract: false }).ToList();
        return new(
            Make<IRule>(types).ToDictionary(r => r.Name),
            Make<IAnswersRule>(types).ToDictionary(r => r.Name),
            [.. Make<IItemsRule>(types)]);
    }

    static IEnumerable<T> Make<T>(IEnumerable<Type> types) =>
        types.Where(t => typeof(T).IsAssignableFrom(t)).Select(t => (T)Activator.CreateInstance(t, nonPublic: true)!);
}
