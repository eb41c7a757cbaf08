using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Open311.WebConsole.Guarding;

/// <summary>Forms carry a token that only a page of this console can know, beside a cookie that no other site makes a browser send.</summary>
internal static class FormGuard
{
    /// <summary>The field of the token.</summary>
    public const string Field = "form-token";

    public static void Add(IServiceCollection services)
    {
        services.Configure<KeyManagementOptions>(keys => keys.XmlRepository = new KeysInMemory());
        services.AddAntiforgery(options =>
        {
            options.FormFieldName = Field;
            options.HeaderName = null;
            options.Cookie.Name = "open311-form";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Strict;
            // The policies of this console say more than the header that would be set.
            options.SuppressXFrameOptionsHeader = true;
        });
    }

    /// <summary>The token for the forms of a page.</summary>
    public static string Token(HttpContext context) =>
        context.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context).RequestToken!;

    /// <summary>Whether a form carries its token.</summary>
    public static Task<bool> LetsAsync(HttpContext context) => context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context);
}
