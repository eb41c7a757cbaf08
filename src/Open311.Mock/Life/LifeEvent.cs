namespace Open311.Mock.Life;

/// <summary>Something that happens to a service request.</summary>
/// <param name="At">When; becomes its updated_datetime.</param>
/// <param name="Closed">Whether it is closed from then on.</param>
/// <param name="Notes">Its status_notes from then on.</param>
internal sealed record LifeEvent(DateTimeOffset At, bool Closed, string Notes);
