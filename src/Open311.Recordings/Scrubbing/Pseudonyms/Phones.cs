using Open311.Recordings.Scrubbing.Fields;

namespace Open311.Recordings.Scrubbing.Pseudonyms;

/// <summary>
/// Telephone numbers. Country and area stay, the subscriber's last seven digits become <c>00</c> and five others, which nobody can be called by. However a number is
/// written, with the country or without, its last digits are the same.
/// </summary>
static class Phones
{
    const int Subscriber = 7;

    // What numbers with and without the country's code have in common.
    const int Significant = 9;

    /// <param name="book">Where replacements are kept.</param>
    /// <param name="digits">The digits alone.</param>
    public static string Of(PseudonymBook book, string digits)
    {
        if (digits.Length < Subscriber)
            return Opaque.Of(book, ValueKind.Phone, digits);
        var key = Key(digits);
        var last = book.Of(ValueKind.Phone, key, dice => $"00{dice.Below(10)}{dice.Below(10)}{dice.Below(10)}{dice.Below(10)}{dice.Below(10)}");
        return digits[..^Subscriber] + last;
    }

    /// <summary>What makes two numbers the same.</summary>
    public static string Key(string digits) => digits.Length > Significant ? digits[^Significant..] : digits;
}
