namespace Open311.Mock.Clients.Rules.Posts;

/// <summary>A charset that is stated is UTF-8.</summary>
internal sealed class CharsetIsUtf8() : ClientRule("CLI-POST-002", RuleScope.Body)
{
    public override Look Look(ClientCall call)
    {
        if (!call.IsReport || call.Header("content-type") is not { } type)
            return Clients.Look.Away;
        var parameter = type.Split(';').Skip(1).Select(p => p.Trim()).FirstOrDefault(p => p.StartsWith("charset", StringComparison.OrdinalIgnoreCase));
        if (parameter is null)
            return Clients.Look.Away;
        var charset = parameter.Split('=', 2) is [_, var value] ? value.Trim().Trim('"') : "";
        return Clients.Look.When(charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase), $"charset={Shown(charset)}.", "charset=utf-8.");
    }
}
