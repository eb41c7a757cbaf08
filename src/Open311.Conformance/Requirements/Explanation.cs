using System.Text;

namespace Open311.Conformance.Requirements;

/// <summary>A requirement told in full, as <c>open311 explain</c> prints it: plain text, at most 96 columns.</summary>
public static class Explanation
{
    const int Width = 96;
    const int Indent = 2;

    /// <summary>Explains a requirement.</summary>
    /// <param name="requirement">The requirement.</param>
    public static string Of(Requirement requirement)
    {
        var text = new StringBuilder();
        TextWrap.Append(text, $"{requirement.Id}: {requirement.Statement}", 0, Width);
        Part("Clause", $"{requirement.Source}, section \"{requirement.Section}\"", requirement.Clause);
        Part("Level", $"{Weight(requirement.Level)} {Standing(requirement)}");
        Part("Applies when", requirement.Applies);
        Part("Our reading", requirement.Ruling);
        Part("How it is tested", requirement.Method == "any" ? "Probes: every resource." : $"Probes: {requirement.Method}.", requirement.HowToTest, Consent(requirement.WriteRisk));
        Part("What passes", requirement.Passes ?? "A server for which the statement above holds.");
        Part("What fails", requirement.Fails);
        Part("Tolerated", requirement.Accept);
        Part("How to fix it", requirement.Fix);
        Part("What a violation means", requirement.Effect);
        Part("Counts for", string.Join(", ", requirement.Classes));
        Part("Needs from the operator", requirement.Needs.Count > 0 ? string.Join(", ", requirement.Needs) : null);
        Part("Not tested yet", requirement.Untested);
        Part("See also", [.. requirement.Refs]);
        return text.ToString();

        void Part(string heading, params string?[] paragraphs)
        {
            if (paragraphs.All(paragraph => paragraph is null))
                return;
            text.Append('\n').Append(heading).Append('\n');
            foreach (var paragraph in paragraphs)
            {
                if (paragraph is not null)
                    TextWrap.Append(text, paragraph, Indent, Width);
            }
        }
    }

    static string Weight(Level level) => level switch
    {
        Level.Must => "must: a violation is a failure.",
        Level.Should => "should: a violation is a warning.",
        _ => "may: a server is free here; what it does is noted.",
    };

    static string Standing(Requirement requirement) => requirement switch
    {
        { Basis: Basis.Explicit, NormativeWord: { } word } => $"The document states it in words: {Quoted(word)}.",
        { Basis: Basis.Explicit } => "The document states it in words.",
        { Ruling: null } => "The document does not state it in words: we conclude it from its examples and general rules.",
        _ => "The document does not state it in words: we conclude it, for the reason given under our reading.",
    };

    static string Quoted(string word) => word.Contains('"') ? word : $"\"{word}\"";

    static string? Consent(string? risk) => risk switch
    {
        null => null,
        "certain" => "This sends a POST that creates a service request, and so needs the operator's consent.",
        _ => "This sends a POST that a correct server refuses; a faulty one may create a service request, so it needs the operator's consent.",
    };
}
