using Open311.Reporting.Languages;

namespace Open311.Reporting.Areas;

/// <summary>Requirements that belong together, by the beginning of their ids.</summary>
/// <param name="Key">Such as <c>GR2-REQS</c>.</param>
/// <param name="Title">In plain words.</param>
public sealed record Area(string Key, string Title)
{
    /// <summary>The area of a requirement: by the first two parts of its id, else by the first.</summary>
    /// <param name="requirement">Its id.</param>
    /// <param name="phrases">Knows the titles.</param>
    public static Area Of(string requirement, Phrases phrases)
    {
        var parts = requirement.Split('-');
        var family = string.Join('-', parts.Take(2));
        var key = phrases.Find($"area.{family}") is not null ? family : parts[0];
        return new Area(key, phrases.Find($"area.{key}") ?? key);
    }
}
