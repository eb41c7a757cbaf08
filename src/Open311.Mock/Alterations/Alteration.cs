using Open311.Mock.Answers;
using Open311.Mock.Cities;
using Open311.Mock.Questions;
using Open311.Mock.Serving;
using Open311.Protocol.Writing;

namespace Open311.Mock.Alterations;

/// <summary>One named change to a correct city. Faults and variations are lists of these, read from data.</summary>
internal abstract class Alteration
{
    /// <summary>Which answers are changed.</summary>
    public Scope Scope { get; init; } = Scope.Everything;

    /// <summary>Changes the data before requests are made up.</summary>
    public virtual City Change(City city) => city;

    /// <summary>Changes how questions are answered.</summary>
    public virtual CityRules Change(CityRules rules) => rules;

    /// <summary>Changes what is understood to be asked.</summary>
    public virtual Question Change(Question question) => question;

    /// <summary>Whether a question is put to the city once more, before the time whose answer counts.</summary>
    public virtual bool Repeats(Question question) => false;

    /// <summary>Changes what is answered; called only for answers in scope.</summary>
    public virtual Reply Change(Reply reply, Question question) => reply;

    /// <summary>Changes how an answer is written; called only for answers in scope.</summary>
    public virtual WriteStyle Change(WriteStyle style) => style;

    /// <summary>Changes the written answer; called only for answers in scope.</summary>
    public virtual WireAnswer Change(WireAnswer answer, Question question) => answer;
}
