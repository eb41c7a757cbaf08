using Open311.Conformance.Findings;

namespace Open311.Reporting.Html;

/// <summary>Everything the page shows, in the order in which it shows it.</summary>
public sealed record PageView
{
    /// <summary>The run, clean and with invisible characters written out.</summary>
    public required RunReport Report { get; init; }

    /// <summary>The classes, in the order of the register.</summary>
    public required IReadOnlyList<ClassView> Classes { get; init; }

    /// <summary>What violated musts mean.</summary>
    public required IReadOnlyList<EffectView> Effects { get; init; }

    /// <summary>What warnings mean.</summary>
    public required IReadOnlyList<EffectView> Tolerated { get; init; }

    /// <summary>What was not exercised.</summary>
    public required IReadOnlyList<UntestedView> Untested { get; init; }

    /// <summary>The root causes.</summary>
    public required IReadOnlyList<CauseView> Causes { get; init; }

    /// <summary>The findings.</summary>
    public required IReadOnlyList<AreaView> Areas { get; init; }

    /// <summary>The evidence.</summary>
    public required IReadOnlyList<ExchangeView> Evidence { get; init; }

    /// <summary>The style sheet and its source expression for the content security policy.</summary>
    public required Inline Style { get; init; }

    /// <summary>The optional script, likewise.</summary>
    public required Inline Script { get; init; }
}
