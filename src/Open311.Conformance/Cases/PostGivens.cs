using Open311.Conformance.Judging;
using Open311.Conformance.Posting;

namespace Open311.Conformance.Cases;

/// <summary>Preconditions of reports to be posted.</summary>
static class PostGivens
{
    public static IReadOnlyList<IGiven> All { get; } =
    [
        new Known("spatial", e => e.Target.Writes.NonSpatial ? new("The operator declares that the service needs no location.", Applies: false) : null),
        new Known("batch-service", e => Listed(e, "batch")),
        new Known("blackbox-service", e => Listed(e, "blackbox")),
        new Known("contact", e => Givens.Bind(e, "email", e.Target.Writes.Email ?? Composer.UsualEmail, null)),
        new Known("nonce-word", e => Givens.Bind(e, "nonce-word", e.Survey.Nonce, null)),
        new Known("coordinates", Coordinates),
    ];

    static Unmet? Listed(Examination e, string type) =>
        e.Survey.Services.Any(s => string.Equals(s.Type, type, StringComparison.OrdinalIgnoreCase)) ? null : new($"No service of type {type} is listed.", Applies: false);

    static Unmet? Coordinates(Examination e)
    {
        if (!e.Posts.Places.HasCoordinates)
            return new("No place inside the service area is known; give one by --lat and --long.");
        e.Variables["lat-with-comma"] = e.Posts.Places.Coordinates(0).Lat.Replace('.', ',');
        return null;
    }

    sealed record Known(string Name, Func<Examination, Unmet?> Bind) : IGiven
    {
        public ValueTask<Unmet?> BindAsync(Examination examination) => ValueTask.FromResult(Bind(examination));
    }
}
