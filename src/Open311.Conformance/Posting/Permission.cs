using Open311.Conformance.Judging;
using Open311.Conformance.Targets;

namespace Open311.Conformance.Posting;

/// <summary>Whether a run may post: consent and key, and for whatever is not said to be a test endpoint a second consent.</summary>
static class Permission
{
    /// <summary>Why nothing may be posted, naming what is missing; null when posting is allowed.</summary>
    public static string? Denied(Target target, DiscoveryFacts discovery)
    {
        var writes = target.Writes;
        if (writes.DryRun)
            return null;
        if (!writes.Allowed || target.ApiKey is null)
        {
            var missing = (writes.Allowed, target.ApiKey) switch
            {
                (false, null) => "the consent to post (--allow-writes) and an API key (--api-key or OPEN311_API_KEY)",
                (false, _) => "the consent to post (--allow-writes)",
                _ => "an API key (--api-key or OPEN311_API_KEY)",
            };
            return $"Nothing was posted: this needs {missing}.";
        }

        return writes.Production ? null : Kind(discovery) switch
        {
            "test" => null,
            null => "Nothing was posted: no readable discovery says that this is a test endpoint. If reports of a test may be sent to it, add --production.",
            "production" => "Nothing was posted: discovery calls this endpoint production. If reports of a test may be sent to it, add --production; better name its test endpoint.",
            var other => $"Nothing was posted: discovery calls the type of this endpoint '{Short(other)}', which is neither test nor production. If reports of a test may be sent to it, add --production.",
        };
    }

    /// <summary>Whether discovery says that this is a test endpoint.</summary>
    public static bool IsTest(DiscoveryFacts discovery) => Kind(discovery) == "test";

    static string? Kind(DiscoveryFacts discovery) => discovery.Own?.Type?.Trim().ToLowerInvariant();

    static string Short(string text) => text.Length > 40 ? text[..40] + "…" : text;
}
