namespace Open311.SampleCity;

/// <summary>A service; <paramref name="Question"/> is the one attribute that reports of it need.</summary>
sealed record Service(string Code, string Name, string Description, string? Question = null);
