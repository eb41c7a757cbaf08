namespace Open311.Cli.Taping;

/// <summary>One side of a comparison.</summary>
/// <param name="Source">The endpoint.</param>
/// <param name="Recorded">When it was asked.</param>
/// <param name="Answers">How many answers it gave.</param>
internal sealed record DiffSide(string Source, DateTimeOffset Recorded, int Answers);
