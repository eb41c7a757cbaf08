using System.Text;
using Open311.Protocol.Documents;

namespace Open311.Mock.Clients.Rules.Texts;

/// <summary>No replacement characters, and no UTF-8 taken for Windows-1252.</summary>
internal sealed class TextIsUndamaged() : ClientRule("CLI-ENC-004", RuleScope.Body)
{
    // What Windows-1252 has at 0x80 to 0x9F; U+FFFD where it has nothing.
    const string Upper = "€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFDŽ\uFFFD\uFFFD‘’“”•–—˜™š›œ\uFFFDžŸ";

    public override Look Look(ClientCall call)
    {
        var seen = false;
        // Where the bytes were no UTF-8, the replacement characters are ours.
        var ours = call.Body.Defects.Any(d => d.Kind == DefectKind.NotUtf8);
        foreach (var argument in call.Sent)
        {
            if (argument.Value.All(c => c <= '\u007F'))
                continue;
            seen = true;
            if (!ours && argument.Value.Contains('\uFFFD'))
                return Clients.Look.Broken($"U+FFFD in {argument.Name}: {Shown(argument.Value)}.", "The character that was there before it was lost.", draft => draft.Set(argument.Name, argument.Value.Replace("\uFFFD", "") is { Length: > 0 } rest ? rest : "..."));
            if (Restored(argument.Value) is { } text)
                return Clients.Look.Broken($"{Shown(argument.Value)} in {argument.Name}.", $"{Shown(text)}.", draft => draft.Set(argument.Name, text));
        }

        return seen ? Clients.Look.Met : Clients.Look.Away;
    }

    static string? Restored(string text)
    {
        if (text.Length > 16_000)
            return null;
        var bytes = new byte[text.Length];
        for (var i = 0; i < text.Length; i++)
        {
            var at = text[i] <= '\u00FF' ? text[i] : Upper.IndexOf(text[i]) is >= 0 and var place && text[i] != '\uFFFD' ? 0x80 + place : -1;
            if (at < 0)
                return null;
            bytes[i] = (byte)at;
        }

        return System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : null;
    }
}
