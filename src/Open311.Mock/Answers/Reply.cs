using System.Globalization;
using Open311.Mock.Store;
using Open311.Protocol;
using Open311.Protocol.Writing;

namespace Open311.Mock.Answers;

/// <summary>What the city answers, before it is written in a format.</summary>
internal sealed record Reply
{
    Resource? built;

    public required int Status { get; init; }

    /// <summary>What is answered. Built when it is first asked for: a list whose bytes are at hand never is.</summary>
    public Resource Resource
    {
        get => built ??= Build();
        init => built = value;
    }

    /// <summary>Builds the resource, where none is given.</summary>
    public Func<Resource> Build { get; init; } = () => ResourceTrees.Errors([]);

    public required DataFormat Format { get; init; }

    /// <summary>The methods allowed, for 405.</summary>
    public string? Allow { get; init; }

    /// <summary>The requests listed, where the answer is a list of them: tells whether a written answer is still right.</summary>
    public IReadOnlyList<ServiceRequest>? Listed { get; init; }

    /// <summary>Who answered, by what city and rules: while it is the same, what is not a list of requests does not change.</summary>
    public object? By { get; init; }

    /// <summary>Done when what was posted is safe. The answer must wait for it: an acknowledged request is never lost.</summary>
    public Task Kept { get; init; } = Task.CompletedTask;

    public bool IsError => Status >= 400;

    public static Reply Error(DataFormat format, int status, params IReadOnlyList<string> descriptions) => new()
    {
        Status = status,
        Format = format,
        Resource = ResourceTrees.Errors([.. descriptions.Select(d => new ErrorItem(status.ToString(CultureInfo.InvariantCulture), d))]),
    };
}
