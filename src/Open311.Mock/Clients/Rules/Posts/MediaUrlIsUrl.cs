namespace Open311.Mock.Clients.Rules.Posts;

/// <summary>media_url is an absolute URL.</summary>
internal sealed class MediaUrlIsUrl() : ClientRule("CLI-POST-012", RuleScope.Body)
{
    public override Look Look(ClientCall call)
    {
        if (!call.IsReport || call.Value("media_url") is not { } text)
            return Clients.Look.Away;
        return Clients.Look.When(
            Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.Host.Length > 0,
            $"media_url={Shown(text)}.",
            "An absolute URL, http or https.",
            draft => draft.Remove("media_url"));
    }
}
