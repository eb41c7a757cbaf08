using Open311.Conformance.Findings;
using Open311.Conformance.Requirements;

namespace Open311.Reporting.Languages;

/// <summary>Texts of the register, which is English, in the language of a page: keys that begin with <c>register</c>, or else the register's own words.</summary>
/// <param name="Text">The text.</param>
/// <param name="IsForeign">Whether it is not in the language of the page.</param>
public readonly record struct Registered(string Text, bool IsForeign)
{
    /// <summary>What a class is called.</summary>
    public static Registered ClassTitle(ClassResult result, Phrases phrases) => Of($"register.class.{result.Name}", result.Title, phrases);

    /// <summary>What a violation means for residents and apps.</summary>
    public static Registered Effect(Requirement requirement, Phrases phrases)
    {
        if (requirement.Effect is { } effect)
            return Of($"register.effect.{requirement.Id}", effect, phrases);
        return phrases.Find($"area-effect.{Areas.Area.Of(requirement.Id, phrases).Key}") is { } ofArea
            ? new Registered(ofArea, false)
            : new Registered(phrases.Say("apps-may-fail", ("statement", requirement.Statement)), phrases.Language != Language.English);
    }

    static Registered Of(string key, string english, Phrases phrases) =>
        phrases.Find(key) is { } translated ? new Registered(translated, false) : new Registered(english, phrases.Language != Language.English);
}
