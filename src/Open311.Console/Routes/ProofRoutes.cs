using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Open311.Reporting.Bundles;
using Open311.Reporting.Html;
using Open311.Reporting.Languages;
using Open311.WebConsole.Engine;
using Open311.WebConsole.Guarding;
using Open311.WebConsole.Pages;
using Open311.WebConsole.Runs;
using Open311.WebConsole.Serving;

namespace Open311.WebConsole.Routes;

/// <summary>Bundles and comparisons.</summary>
internal sealed class ProofRoutes(Desk desk)
{
    const int MostCompared = 10;

    static readonly Dictionary<string, string> types = new()
    {
        [".html"] = "text/html; charset=utf-8",
        [".csv"] = "text/csv; charset=utf-8",
        [".json"] = "application/json",
    };

    readonly string reportPolicy = PageHeaders.ReportPolicy(Inline.Of("report.js").Source);

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/verify", context => VerifyPageAsync(context, null, null));
        routes.MapPost("/verify", VerifyAsync);
        routes.MapPost("/comparisons", CompareAsync);
        routes.MapGet("/comparisons/{id}/{name}", context => FileAsync(context, ""));
        routes.MapGet("/comparisons/{id}/{bid}/{name}", context => FileAsync(context, (string)context.Request.RouteValues["bid"]!));
        routes.MapPost("/comparisons/{id}/delete", context =>
        {
            if (Id(context) is not { } id)
                return MissingAsync(context);
            desk.Store.DeleteComparison(id);
            RunFolders.Remove(desk.Folders.Comparison(id));
            Desk.Lead(context, "/");
            return Task.CompletedTask;
        });
    }

    Task VerifyPageAsync(HttpContext context, VerificationView? result, Refusal? problem) => desk.ShowAsync<VerifyPage>(
        context,
        "verify",
        new()
        {
            [nameof(VerifyPage.Result)] = result,
            [nameof(VerifyPage.Problem)] = problem,
            [nameof(VerifyPage.MostMegabytes)] = (int)(desk.Options.MostUpload / 1024 / 1024),
        },
        problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    async Task VerifyAsync(HttpContext context)
    {
        var sent = await context.Request.ReadFormAsync(context.RequestAborted);
        if (sent.Files is not [{ Name: "bundle", Length: > 0 } bundle])
        {
            await VerifyPageAsync(context, null, desk.Told(context, new RefusedException("no-bundle")));
            return;
        }

        var name = Path.GetFileName(bundle.FileName.Replace('\\', '/'));
        var file = desk.Folders.Upload();
        try
        {
            await using (var kept = file.Create())
                await bundle.CopyToAsync(kept, context.RequestAborted);
            await VerifyPageAsync(context, await JudgeAsync(name, file, context.RequestAborted), null);
        }
        finally
        {
            file.Delete();
        }
    }

    async Task<VerificationView> JudgeAsync(string name, FileInfo file, CancellationToken cancellation)
    {
        await desk.Judging.WaitAsync(cancellation);
        try
        {
            return VerificationView.Of(name, await desk.Options.Proofs.VerifyAsync(file, cancellation));
        }
        catch (BundleException e)
        {
            return VerificationView.Refuse(name, e.Message);
        }
        finally
        {
            desk.Judging.Release();
        }
    }

    async Task CompareAsync(HttpContext context)
    {
        var sent = await context.Request.ReadFormAsync(context.RequestAborted);
        List<RunRow> rows = [.. sent["run"].OfType<string>().Distinct().Where(RowId.IsOne).Select(desk.Store.Find).OfType<RunRow>().Where(r => r.Outcome is not null).OrderBy(r => r.Created)];
        if (rows.Count is < 2 or > MostCompared)
        {
            await RunRoutes.HomeAsync(desk, context, desk.Told(context, rows.Count < 2 ? new RefusedException("too-few") : new RefusedException("too-many", ("n", MostCompared))));
            return;
        }

        var row = new ComparisonRow(RowId.New(), desk.Options.Clock.GetUtcNow(), [.. rows.Select(r => r.Id)], string.Join(", ", rows.Select(Name)));
        var folder = desk.Folders.Comparison(row.Id);
        await desk.Judging.WaitAsync(context.RequestAborted);
        try
        {
            await desk.Options.Proofs.CompareAsync([.. rows.Select(r => (Name(r), desk.Folders.Run(r.Id)))], folder, LanguageTags.Find(rows[0].Terms.Language) ?? Language.English, context.RequestAborted);
            desk.Store.Add(row);
        }
        catch (FormException e)
        {
            RunFolders.Remove(folder);
            await RunRoutes.HomeAsync(desk, context, desk.Told(context, e));
            return;
        }
        catch
        {
            RunFolders.Remove(folder);
            throw;
        }
        finally
        {
            desk.Judging.Release();
        }

        Desk.Lead(context, $"/comparisons/{row.Id}/comparison.html");
    }

    async Task FileAsync(HttpContext context, string bid)
    {
        var name = (string)context.Request.RouteValues["name"]!;
        var path = Id(context) is { } id && IsPlain(bid) && IsPlain(name) && types.ContainsKey(Path.GetExtension(name))
            ? Path.Combine(desk.Folders.Comparison(id).FullName, bid, name)
            : null;
        if (path is null || !File.Exists(path))
        {
            await MissingAsync(context);
            return;
        }

        var isPage = Path.GetExtension(name) == ".html";
        PageHeaders.SetForFile(context.Response, isPage ? reportPolicy : PageHeaders.FilePolicy, types[Path.GetExtension(name)], isPage ? null : name);
        await context.Response.SendFileAsync(path, context.RequestAborted);
    }

    static string Name(RunRow run) => $"{(Uri.TryCreate(run.Url, UriKind.Absolute, out var url) ? url.Authority : run.Url)} {Instants.Utc(run.Created)}";

    // No dot at the beginning, and nothing that separates folders.
    static bool IsPlain(string name) => name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') && !name.StartsWith('.') && !name.Contains("..", StringComparison.Ordinal);

    static string? Id(HttpContext context) => context.Request.RouteValues["id"] is string id && RowId.IsOne(id) ? id : null;

    Task MissingAsync(HttpContext context) => desk.RefuseAsync(context, "missing", StatusCodes.Status404NotFound);
}
