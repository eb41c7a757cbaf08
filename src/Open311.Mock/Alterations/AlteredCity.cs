using Open311.Mock.Answers;
using Open311.Mock.Cities;
using Open311.Mock.Questions;
using Open311.Mock.Serving;
using Open311.Protocol.Writing;

namespace Open311.Mock.Alterations;

/// <summary>Applies alterations one after another at each stage of an answer.</summary>
/// <param name="alterations">In the order in which they are applied.</param>
/// <param name="picks">Which of the alterations in scope an answer is given with; all when null.</param>
internal sealed class AlteredCity(IReadOnlyList<Alteration> alterations, Func<Alteration, Question, bool>? picks = null)
{
    /// <summary>The same city with more alterations after its own.</summary>
    public AlteredCity With(IReadOnlyList<Alteration> more) => new([.. alterations, .. more], picks);

    public bool IsUnaltered => alterations.Count == 0;

    public City Change(City city) => alterations.Aggregate(city, (c, a) => a.Change(c));

    public CityRules Change(CityRules rules) => alterations.Aggregate(rules, (r, a) => a.Change(r));

    public Question Change(Question question) => alterations.Aggregate(question, (q, a) => a.Change(q));

    public bool Repeats(Question question) => alterations.Any(a => a.Repeats(question));

    /// <summary>The alterations that this answer is in scope of. Asked once per answer, since a scope may count.</summary>
    public IReadOnlyList<Alteration> For(Question question, Reply reply) => [.. alterations.Where(a => (picks is null || picks(a, question)) && a.Scope.Covers(question, reply))];

    public static Reply Change(IReadOnlyList<Alteration> chosen, Reply reply, Question question) =>
        chosen.Aggregate(reply, (r, a) => a.Change(r, question));

    public static WriteStyle Style(IReadOnlyList<Alteration> chosen) => chosen.Aggregate(new WriteStyle(), (s, a) => a.Change(s));

    public static WireAnswer Change(IReadOnlyList<Alteration> chosen, WireAnswer answer, Question question) =>
        chosen.Aggregate(answer, (w, a) => a.Change(w, question));
}
