using Open311.Conformance.Findings;
using Open311.Conformance.Posting;
using Open311.Reporting.Figures;

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

    /// <summary>What became of the requirements of each area.</summary>
    public required IReadOnlyList<AreaCount> AreaCounts { get; init; }

    /// <summary>How long answers took, by resource; none where no times are known.</summary>
    public required IReadOnlyList<ResponseTime> Times { get; init; }

    /// <summary>What the requests in the answers say about the city's data; null when there are none.</summary>
    public required DataFigures? Data { get; init; }

    /// <summary>Test records that may have to be removed.</summary>
    public required IReadOnlyList<CreatedRecord> Created { get; init; }

    /// <summary>The root causes.</summary>
    public required IReadOnlyList<CauseView> Causes { get; init; }

    /// <summary>The findings.</summary>
    public required IReadOnlyList<AreaView> Areas { get; init; }

    /// <summary>By number of an exchange the violations that it shows.</summary>
    public required ILookup<int, RequirementLink> ShownBy { get; init; }

    /// <summary>The evidence.</summary>
    public required IReadOnlyList<ExchangeView> Evidence { get; init; }

    /// <summary>The style sheet and its source expression for the content security policy.</summary>
    public required Inline Style { get; init; }

    /// <summary>The optional script, likewise.</summary>
    public required Inline Script { get; init; }
}
