using Microsoft.AspNetCore.Http;

namespace Open311.WebConsole.Guarding;

/// <summary>What browsers are told about every answer.</summary>
internal static class PageHeaders
{
    /// <summary>For pages of the console: no script, style or form but its own, and in no frame.</summary>
    public const string OwnPolicy = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>For files to save.</summary>
    public const string FilePolicy = "sandbox; default-src 'none'; frame-ancestors 'none'";

    /// <summary>For reports: an origin of their own, so that whatever is in them reaches nothing of the console. Each names its style by hash besides.</summary>
    /// <param name="script">The hash of the one script that may run.</param>
    public static string ReportPolicy(string script) =>
        $"sandbox allow-scripts allow-popups allow-modals allow-downloads; default-src 'none'; style-src 'unsafe-inline'; script-src {script}; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>For what is no page of the console.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="policy">What it may do.</param>
    /// <param name="type">Its media type.</param>
    /// <param name="name">What it is saved as; null to show it.</param>
    public static void SetForFile(HttpResponse response, string policy, string type, string? name)
    {
        Set(response);
        response.Headers.ContentSecurityPolicy = policy;
        // Browsers show nothing that is in a sandbox and has this.
        response.Headers.Remove("Cross-Origin-Opener-Policy");
        response.ContentType = type;
        if (name is not null)
            response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
    }

    /// <summary>For pages of the console.</summary>
    public static void Set(HttpResponse response)
    {
        var headers = response.Headers;
        headers.ContentSecurityPolicy = OwnPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
    }
}
