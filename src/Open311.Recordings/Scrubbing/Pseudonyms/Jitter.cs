using System.Globalization;
using System.Text.RegularExpressions;
using Open311.Recordings.Scrubbing.Fields;

namespace Open311.Recordings.Scrubbing.Pseudonyms;

/// <summary>
/// Moves positions by 100 to 600 metres (one unit of the last digit where only two are given), in as many decimals. Each ordinate is moved by itself, by
/// what a tenth of a second of arc decides: the same position goes to the same place in whatever precision it is written, float noise included.
/// </summary>
static partial class Jitter
{
    const int Finest = 5;

    /// <summary>A degree moved; null when it is none, stands for a missing position (0), or is too coarse (less than two decimals) to name a place.</summary>
    public static string? Degrees(PseudonymBook book, string number)
    {
        if (!Number().IsMatch(number) || !decimal.TryParse(number.Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
            return null;
        var cell = decimal.Round(value, Finest);
        if (cell == 0 || Math.Abs(value) > 180)
            return null;

        var decimals = Decimals(cell);
        if (decimals < 2)
            return null;

        var offset = Offset(book, cell, decimals);
        // Nobody is moved over a pole, the date line, or the zero that stands for nowhere.
        if (Math.Abs(value + offset) > (Math.Abs(value) > 90 ? 180 : 90) || Math.Sign(value + offset) != Math.Sign(value))
            offset = -offset;
        return Written(value + offset, number);
    }

    /// <summary>An ordinate of a projected grid (metres or feet) moved; null when it is too short to be one.</summary>
    public static string? Grid(PseudonymBook book, string number)
    {
        if (!Number().IsMatch(number) || !decimal.TryParse(number.Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
            return null;
        var cell = decimal.Round(value);
        if (Math.Abs(cell) < 1000)
            return Degrees(book, number);

        var dice = book.Dice(ValueKind.GridPosition, cell.ToString(CultureInfo.InvariantCulture));
        var offset = 100 + dice.Below(400);
        return Written(dice.Below(2) == 0 || cell - offset <= 0 == cell > 0 ? value + offset : value - offset, number);
    }

    static decimal Offset(PseudonymBook book, decimal cell, int decimals)
    {
        if (decimals == 2)
            return book.Dice(ValueKind.Position, decimal.Floor(cell).ToString(CultureInfo.InvariantCulture)).Below(2) == 0 ? 0.01m : -0.01m;

        var dice = book.Dice(ValueKind.Position, cell.ToString("0.#####", CultureInfo.InvariantCulture));
        var steps = decimals == 3 ? 1 + dice.Below(5) : decimals == 4 ? 10 + dice.Below(41) : 100 + dice.Below(401);
        var offset = steps * decimals switch { 3 => 0.001m, 4 => 0.0001m, _ => 0.00001m };
        return dice.Below(2) == 0 ? offset : -offset;
    }

    static int Decimals(decimal value)
    {
        var decimals = 0;
        while (decimals < Finest && decimal.Round(value, decimals) != value)
            decimals++;
        return decimals;
    }

    static string Written(decimal value, string like)
    {
        var point = like.IndexOfAny(['.', ',']);
        var decimals = point < 0 ? 0 : like.Length - point - 1;
        return value.ToString($"F{decimals}", CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"^[+-]?\d{1,10}(?:[.,]\d{1,20})?$", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
