namespace Open311.Mock.WireMock.Serving;

/// <summary>What becomes known of a call while WireMock.Net has it.</summary>
internal sealed class PassedCall
{
    static readonly AsyncLocal<PassedCall?> Here = new();

    /// <summary>The call that is being answered here; null where there is none.</summary>
    public static PassedCall? Current
    {
        get => Here.Value;
        set => Here.Value = value;
    }

    public bool IsForCity { get; set; }

    /// <summary>The mapping that answered.</summary>
    public Guid? Mapping { get; set; }
}
