using Open311.Recordings.Scrubbing.Fields;

namespace Open311.Recordings.Scrubbing.Pseudonyms;

/// <summary>Identifiers without a meaning: digits become digits, letters letters of the same case, the rest stays, so that length and look do.</summary>
static class Opaque
{
    const int ShortestHex = 8;

    public static string Of(PseudonymBook book, ValueKind kind, string value)
    {
        var isHex = value.Length >= ShortestHex && value.All(c => char.IsAsciiHexDigit(c) || c is '-' or ':' or '{' or '}') && value.Any(char.IsAsciiDigit);
        return book.Of(kind, value, dice => string.Create(value.Length, (value, dice, isHex), static (made, from) =>
        {
            var leading = true;
            for (var i = 0; i < made.Length; i++)
            {
                made[i] = Character(from.value[i], from.dice, from.isHex, leading);
                leading &= from.value[i] is '0' || !char.IsLetterOrDigit(from.value[i]);
            }
        }));
    }

    static char Character(char c, Dice dice, bool isHex, bool leading) => c switch
    {
        // A number neither gains nor loses leading zeros.
        '0' when leading => '0',
        >= '0' and <= '9' => (char)((leading ? '1' : '0') + dice.Below(leading ? 9 : 10)),
        _ when !char.IsLetter(c) => c,
        _ when char.IsUpper(c) => (char)('A' + dice.Below(isHex ? 6 : 26)),
        _ => (char)('a' + dice.Below(isHex ? 6 : 26)),
    };
}
