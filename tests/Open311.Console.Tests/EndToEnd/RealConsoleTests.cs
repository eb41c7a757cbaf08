using System.IO.Compression;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Open311.Mock.Serving;
using Open311.WebConsole.Tests.Fakes;

namespace Open311.WebConsole.Tests.EndToEnd;

/// <summary>The console with the engine behind it, against cities of the mock.</summary>
[CancelAfter(300_000)]
public sealed class RealConsoleTests
{
    [Test]
    public async Task A_check_leads_from_the_form_to_report_comparison_and_bundle()
    {
        await using var console = await OpenConsole.StartRealAsync();
        await using var good = await CityServer.StartAsync();
        await using var bad = await CityServer.StartAsync(new CityServerOptions { Faults = ["xml-labelled-html"] });
        console.Reach.Open(good.Origin.Port);
        console.Reach.Open(bad.Origin.Port);
        using var visitor = console.Visit();

        var (first, second) = (await visitor.CheckAsync(good.Endpoint.OriginalString, ("class", "read-xml")), await visitor.CheckAsync(bad.Endpoint.OriginalString, ("class", "read-xml")));
        (await visitor.EndOfAsync(first)).Should().Contain("Conforms").And.Contain("verdict good");
        (await visitor.EndOfAsync(second)).Should().Contain("Does not conform").And.Contain("verdict bad");
        (await visitor.ReadAsync($"{second}/files/report.html")).Should().Contain("GR2-ENC");

        using var compared = await visitor.PostAsync("/", "/comparisons", ("run", first[6..]), ("run", second[6..]));
        compared.StatusCode.Should().Be(HttpStatusCode.SeeOther, await compared.Content.ReadAsStringAsync());
        var comparison = compared.Headers.Location!.OriginalString;
        var page = await visitor.ReadAsync(comparison);
        page.Should().Contain(good.Origin.Authority).And.Contain(bad.Origin.Authority);
        var bid = Regex.Match(page, "href=\"([a-z0-9-]+/report\\.html)").Groups[1].Value;
        (await visitor.GetAsync($"{comparison[..comparison.LastIndexOf('/')]}/{bid}")).StatusCode.Should().Be(HttpStatusCode.OK);

        var bundle = await (await visitor.GetAsync($"{first}/files/bundle.zip")).Content.ReadAsByteArrayAsync();
        using var verified = await visitor.UploadAsync("bundle.zip", bundle);
        (await verified.Content.ReadAsStringAsync()).Should().Contain("verdict good").And.Contain("bundle.zip verifies");
        using var tampered = await visitor.UploadAsync("tampered.zip", Tampered(bundle, "findings.json"));
        (await tampered.Content.ReadAsStringAsync()).Should().Contain("verdict bad").And.Contain("tampered.zip does not verify").And.Contain("<code>findings.json</code>");

        using var deleted = await visitor.PostAsync(first, $"{first}/delete");
        (await visitor.GetAsync(comparison)).StatusCode.Should().Be(HttpStatusCode.NotFound, "it told of the run that was deleted");
    }

    [Test]
    public async Task A_redirect_does_not_lead_into_the_network_of_the_console()
    {
        await using var console = await OpenConsole.StartRealAsync();
        var hits = 0;
        await using var inner = await ServeAsync(context =>
        {
            Interlocked.Increment(ref hits);
            return context.Response.WriteAsync("<services/>");
        });
        await using var outer = await ServeAsync(context =>
        {
            context.Response.Redirect($"{AddressOf(inner)}{context.Request.Path}");
            return Task.CompletedTask;
        });
        console.Reach.Open(AddressOf(outer).Port);
        using var visitor = console.Visit();

        var page = await visitor.EndOfAsync(await visitor.CheckAsync($"{AddressOf(outer)}v2"));

        hits.Should().Be(0, "what a redirect leads to is looked at when it is connected to");
        Regex.Replace(WebUtility.HtmlDecode(page), @"\s+", " ").Should().Contain("Could not be tested").And.Contain("is not a public address");
    }

    [Test]
    public async Task A_name_is_judged_by_what_it_resolves_to()
    {
        var hits = 0;
        await using var inner = await ServeAsync(context =>
        {
            Interlocked.Increment(ref hits);
            return context.Response.WriteAsync("<services/>");
        });
        var reach = new WebConsole.Guarding.CheckReach(everywhere: false);
        await using var probe = new Conformance.Exchanges.HttpProbe(new Conformance.Targets.RunSettings(), TimeProvider.System, reach);
        var request = new Conformance.Exchanges.ProbeRequest { Url = new Uri($"http://localhost:{AddressOf(inner).Port}/services.xml") };

        var refused = await probe.SendAsync(request, CancellationToken.None);
        reach.Open(AddressOf(inner).Port);
        var allowed = await probe.SendAsync(request, CancellationToken.None);

        refused.Outcome.Should().Be(Conformance.Exchanges.ExchangeOutcome.ConnectionRefused);
        refused.Problem.Should().Contain("is not a public address");
        allowed.Outcome.Should().Be(Conformance.Exchanges.ExchangeOutcome.Answered);
        hits.Should().Be(1);
    }

    [Test]
    public async Task Ten_real_checks_at_once_mix_nothing()
    {
        await using var console = await OpenConsole.StartRealAsync();
        var cities = await Task.WhenAll(Enumerable.Range(0, 10).Select(n => CityServer.StartAsync(new CityServerOptions { Faults = n % 2 == 0 ? [] : ["xml-labelled-html"] })));
        try
        {
            foreach (var city in cities)
                console.Reach.Open(city.Origin.Port);

            var results = await Task.WhenAll(cities.Select(async city =>
            {
                using var visitor = console.Visit();
                var run = await visitor.CheckAsync(city.Endpoint.OriginalString, ("class", "discovery"));
                var page = await visitor.EndOfAsync(run);
                return (Page: page, Report: await visitor.ReadAsync($"{run}/files/report.json"));
            }));

            foreach (var (n, (page, report)) in results.Index())
            {
                var others = cities.Where((_, other) => other != n).Select(c => c.Origin.Authority);
                page.Should().Contain("Read the report").And.Contain(cities[n].Origin.Authority).And.NotContainAny(others);
                report.Should().Contain(cities[n].Origin.Authority).And.NotContainAny(others);
                using var document = JsonDocument.Parse(report);
            }
        }
        finally
        {
            foreach (var city in cities)
                await city.DisposeAsync();
        }
    }

    static async Task<WebApplication> ServeAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        var server = builder.Build();
        server.Run(answer);
        await server.StartAsync();
        return server;
    }

    static Uri AddressOf(WebApplication server) => new(server.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());

    static byte[] Tampered(byte[] bundle, string member)
    {
        using var output = new MemoryStream();
        output.Write(bundle);
        using (var zip = new ZipArchive(output, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var content = zip.GetEntry(member)!.Open();
            content.Position = content.Length / 2;
            content.WriteByte((byte)' ');
        }

        return output.ToArray();
    }
}
