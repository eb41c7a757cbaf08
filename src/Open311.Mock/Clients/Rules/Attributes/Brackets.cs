namespace Open311.Mock.Clients.Rules.Attributes;

/// <summary>Writes an answer in the form of a multivaluelist, or out of it.</summary>
internal static class Brackets
{
    public static void Put(CallDraft draft, Answer answer)
    {
        Clear(draft, answer);
        draft.Arguments.AddRange(answer.Values.Select(v => KeyValuePair.Create($"attribute[{answer.Code}][]", v)));
    }

    public static void Take(CallDraft draft, Answer answer)
    {
        Clear(draft, answer);
        draft.Set($"attribute[{answer.Code}]", answer.Values.First());
    }

    static void Clear(CallDraft draft, Answer answer)
    {
        draft.Remove($"attribute[{answer.Code}]");
        draft.Remove($"attribute[{answer.Code}][]");
    }
}
