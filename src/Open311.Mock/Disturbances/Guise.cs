using Open311.Mock.Alterations;
using Open311.Mock.Answers;
using Open311.Mock.Questions;
using Open311.Mock.Serving;

namespace Open311.Mock.Disturbances;

/// <summary>How a city answers a call: with which alterations, by which rules.</summary>
internal sealed class Guise
{
    public Guise(AlteredCity altered, CityRules rules)
    {
        Altered = altered;
        Rules = rules;
        Reader = new QuestionReader(rules);
        Writer = new AnswerWriter(altered);
    }

    public AlteredCity Altered { get; }

    public CityRules Rules { get; }

    public QuestionReader Reader { get; }

    public AnswerWriter Writer { get; }
}
