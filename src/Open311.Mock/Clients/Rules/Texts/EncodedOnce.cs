using Open311.Mock.Questions;

namespace Open311.Mock.Clients.Rules.Texts;

/// <summary>Values are encoded once.</summary>
internal sealed class EncodedOnce() : ClientRule("CLI-ENC-003", RuleScope.Target)
{
    public override Look Look(ClientCall call)
    {
        var seen = false;
        if (call.Question.Place is Place.Definition or Place.Request && call.Path.Contains("%25", StringComparison.Ordinal))
        {
            seen = true;
            if (Percent.Again(call.Question.Key) is { } meant && !Paths.Known.InPath(call, call.Question.Key) && Paths.Known.InPath(call, meant))
                return Broken(call.Question.Key, meant, draft => draft.Key = meant);
        }

        foreach (var argument in call.Sent)
        {
            if (!argument.RawValue.Contains("%25", StringComparison.Ordinal))
                continue;
            seen = true;
            if (Percent.Again(argument.Value) is { } meant && IsMeant(call, argument, meant))
                return Broken(argument.Value, meant, draft => draft.Set(argument.Name, meant));
        }

        return seen ? Clients.Look.Met : Clients.Look.Away;
    }

    // Text that a person wrote has blanks between its words, so a text full of escapes without one was encoded before.
    static bool IsMeant(ClientCall call, SentArgument argument, string meant) => argument.Name == "service_code"
        ? call.City.Service(null, argument.Value) is null && call.City.Service(null, meant) is not null
        : !argument.Value.Contains(' ') && !argument.Value.Contains("://", StringComparison.Ordinal) && meant.Any(c => c is ' ' or > '\u007F');

    static Look Broken(string received, string meant, Action<CallDraft> mend) =>
        Clients.Look.Broken($"{Shown(received)} after decoding.", $"{Shown(meant)}, percent-encoded once.", mend);
}
