using Open311.Mock.Questions;
using Open311.Protocol.Dates;

namespace Open311.Mock.Answers;

/// <summary>Reads start_date and end_date and works out the window they ask for.</summary>
internal sealed class DateArguments(CityRules rules, TimeProvider time)
{
    TimeSpan Default => rules.Misbehaviour.DefaultDays == 0 ? Longest : TimeSpan.FromDays(rules.Misbehaviour.DefaultDays);

    TimeSpan Longest => TimeSpan.FromDays(rules.WindowDays);

    public DateWindow Window(Arguments query)
    {
        var now = time.GetUtcNow();
        var from = Read(query, "start_date");
        var to = Read(query, "end_date");
        if (from is null && to is null)
            return new DateWindow(now - Default, now);
        var window = (from, to) switch
        {
            ({ } start, null) => new DateWindow(start, rules.OpenEnd || now - start < Longest ? now : start + Longest),
            (null, { } end) => new DateWindow(end.Ticks < Longest.Ticks ? DateTimeOffset.MinValue : end - Longest, end),
            _ => new DateWindow(from!.Value, to!.Value),
        };
        if (window.IsInverted && Refusal.For(rules.InvertedWindow, "The end_date lies before the start_date.") is { } inverted)
            throw inverted;
        if (window.IsInverted && rules.InvertedWindow == Reaction.Ignore)
            window = new DateWindow(window.To, window.From);
        return window.To - window.From > Longest ? TooLong(window) : window;
    }

    DateWindow TooLong(DateWindow window)
    {
        if (Refusal.For(rules.LongWindow, $"start_date and end_date may not span more than {rules.WindowDays} days.") is { } refusal)
            throw refusal;
        return rules.LongWindow == Reaction.Cut ? window with { From = window.To - Longest } : window;
    }

    DateTimeOffset? Read(Arguments query, string argument)
    {
        var text = query.Value(argument);
        var empty = text is null && rules.Misbehaviour.EmptyIsValue.Contains(argument) && query.Pairs.Any(p => p.Key == argument);
        if (text is null && !empty)
            return null;
        var written = WithPlus(text ?? "");
        if (rules.Misbehaviour.ZoneIgnored && written.Length > 19)
            written = written[..19] + "Z";
        var plain = !rules.Misbehaviour.OnlyPlainDates || (written.Length == 20 && written.EndsWith('Z'));
        if (plain && W3CDateTime.TryRead(written, out var value) && value.IsWellFormed)
            return value.Instant;
        if (Refusal.For(rules.UnreadableDate, $"The {argument} is not a date and time of the form YYYY-MM-DDThh:mm:ssTZD.") is { } refusal)
            throw refusal;
        return null;
    }

    // A plus sign that was not percent-encoded arrives as a blank.
    static string WithPlus(string text) =>
        text.Length > 6 && text[^6] == ' ' && text[^3] == ':' ? $"{text[..^6]}+{text[^5..]}" : text;
}
