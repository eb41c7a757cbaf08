using Open311.Protocol.Writing;

namespace Open311.Mock.Alterations.Trees;

/// <summary>The text that a single value has in XML.</summary>
internal static class DatumText
{
    public static string Of(Datum? datum) => datum switch
    {
        DataText text => text.Value,
        DataNumber number => number.Literal,
        DataBoolean flag => flag.Value ? "true" : "false",
        _ => "",
    };

    public static bool IsScalar(Datum? datum) => datum is DataText or DataNumber or DataBoolean;
}
