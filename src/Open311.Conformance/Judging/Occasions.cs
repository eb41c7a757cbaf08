namespace Open311.Conformance.Judging;

/// <summary>
/// Numbers of occasions that nobody else asks on. Answers are shared by question and occasion: where the order in time matters, as it does
/// with data that changes during a run, a comparison must not be given what another case was told earlier.
/// </summary>
static class Occasions
{
    // Above what rules number by hand.
    const int First = 1_000;
    const int Most = 1_000_000_000;

    /// <summary>The first of a few occasions in a row, the same on every machine for the same purpose.</summary>
    /// <param name="purpose">What is asked, and what for.</param>
    public static int Of(string purpose) => Seeded.Of(0, purpose).Next(First, Most);
}
