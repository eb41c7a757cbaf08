using Open311.Mock.Cities;

namespace Open311.Mock.Clients.Rules.Attributes;

/// <summary>A value that an attribute accepts.</summary>
internal static class Sample
{
    public static string Of(ServiceAttribute attribute) => attribute switch
    {
        { Values: [var first, ..] } => first.Key,
        { Datatype: "number" } => "1",
        { Datatype: "datetime" } => "2026-05-20T09:30:00Z",
        _ => "An answer",
    };
}
