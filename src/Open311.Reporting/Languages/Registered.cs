using Open311.Conformance.Findings;
using Open311.Conformance.Profiles;
using Open311.Conformance.Requirements;

namespace Open311.Reporting.Languages;

/// <summary>Texts of the register, which is English, in the language of a page: keys that begin with <c>register</c>, or else the register's own words.</summary>
/// <param name="Text">The text.</param>
/// <param name="IsForeign">Whether it is not in the language of the page.</param>
public readonly record struct Registered(string Text, bool IsForeign)
{
    /// <summary>What a class is called.</summary>
    public static Registered ClassTitle(ClassResult result, Phrases phrases) => ClassTitle(result.Name, result.Title, phrases);

    /// <summary>What a class is called.</summary>
    /// <param name="name">Its name in the register.</param>
    /// <param name="english">What the register calls it.</param>
    /// <param name="phrases">The language.</param>
    public static Registered ClassTitle(string name, string english, Phrases phrases) => Of($"register.class.{name}", english, phrases);

    /// <summary>What a class is good for.</summary>
    public static Registered ClassMeaning(ConformanceClass known, Phrases phrases) => Of($"register.meaning.{known.Name}", known.Meaning, phrases);

    /// <summary>What a requirement asks for. The English wording is the one that counts.</summary>
    public static Registered Statement(Requirement requirement, Phrases phrases) => Statement(requirement.Id, requirement.Statement, phrases);

    /// <summary>What a requirement asks for.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="english">Its statement in the register.</param>
    /// <param name="phrases">The language.</param>
    public static Registered Statement(string id, string english, Phrases phrases) => Of($"register.statement.{id}", english, phrases);

    /// <summary>What a demand of a profile asks for.</summary>
    public static Registered Demand(DemandResult result, Phrases phrases) => result.Demand.IsClass
        ? ClassTitle(result.Demand.Name, result.Title, phrases)
        : Statement(result.Demand.Name, result.Title, phrases);

    /// <summary>What a violation means for residents and apps.</summary>
    public static Registered Effect(Requirement requirement, Phrases phrases)
    {
        if (requirement.Effect is { } effect)
            return Of($"register.effect.{requirement.Id}", effect, phrases);
        if (phrases.Find($"area-effect.{Areas.Area.Of(requirement.Id, phrases).Key}") is { } ofArea)
            return new Registered(ofArea, false);
        var statement = Statement(requirement, phrases);
        return new Registered(phrases.Say("apps-may-fail", ("statement", statement.Text)), statement.IsForeign);
    }

    static Registered Of(string key, string english, Phrases phrases) =>
        phrases.Find(key) is { } translated ? new Registered(translated, false) : new Registered(english, phrases.Language != Language.English);
}
