using System.Globalization;
using Open311.Mock.Store;
using Open311.Protocol;
using Open311.Protocol.Writing;

namespace Open311.Mock.Answers;

/// <summary>What the city answers, before it is written in a format.</summary>
internal sealed record Reply
{
    public required int Status { get; init; }

    public required Resource Resource { get; init; }

    public required DataFormat Format { get; init; }

    /// <summary>The methods allowed, for 405.</summary>
    public string? Allow { get; init; }

    /// <summary>The requests listed, where the answer is a list of them: tells whether a written answer is still right.</summary>
    public IReadOnlyList<ServiceRequest>? Listed { get; init; }

    public bool IsError => Status >= 400;

    public static Reply Error(DataFormat format, int status, params IReadOnlyList<string> descriptions) => new()
    {
        Status = status,
        Format = format,
        Resource = ResourceTrees.Errors([.. descriptions.Select(d => new ErrorItem(status.ToString(CultureInfo.InvariantCulture), d))]),
    };
}
