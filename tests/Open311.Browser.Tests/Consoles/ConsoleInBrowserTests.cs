using System.IO.Compression;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Open311.Mock.Disturbances;
using Open311.Mock.Serving;

namespace Open311.Browser.Tests.Consoles;

/// <summary>The console as a procurement officer uses it: by mouse, by keyboard, in the dark, on a telephone.</summary>
[NonParallelizable]
internal sealed class ConsoleInBrowserTests : ChromiumTest
{
    ConsoleProcess console = null!;

    // Whether it reaches this machine is the subject of other tests.
    [OneTimeSetUp]
    public async Task Start() => console = await ConsoleProcess.StartAsync("--allow-private");

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (console is not null)
            await console.DisposeAsync();
    }

    [Test]
    public async Task A_check_leads_from_the_form_to_the_report_while_its_progress_is_seen()
    {
        await using var city = await CityServer.StartAsync(new CityServerOptions { Latency = Latency.Parse("fixed:40") });
        await using var visit = await ConsoleVisit.StartAsync(this, console.Address);
        await visit.PictureAsync("home-empty");

        await visit.CheckAsync(city.Endpoint.OriginalString, "read-xml");
        await Assertions.Expect(visit.Page.Locator("#progress .word")).ToContainTextAsync("cases done", new() { Timeout = 120_000 });
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Link, new() { Name = "Show what has changed" })).ToBeHiddenAsync();
        await visit.PictureAsync("progress");
        await visit.EndAsync();

        await Assertions.Expect(visit.Page.Locator("#result .word")).ToContainTextAsync("Conforms");
        await visit.PictureAsync("result-good");
        visit.Complaints.Should().BeEmpty();
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Read the report" }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator("h1")).ToContainTextAsync(city.Origin.Authority);
        (await visit.Page.EvaluateAsync<string>("self.origin")).Should().Be("null", "a report lives in an origin of its own");
        (await visit.Page.Locator(".filter").CountAsync()).Should().Be(1);
        await Assertions.Expect(visit.Page.Locator(".filter")).ToBeVisibleAsync();
        await visit.PictureAsync("report");
        await visit.Page.GoBackAsync();
        await Assertions.Expect(visit.Page.Locator("#result")).ToBeVisibleAsync();
    }

    [Test]
    public async Task A_target_that_fails_is_red_and_its_bundle_is_verified_until_somebody_changes_it()
    {
        await using var city = await CityServer.StartAsync(new CityServerOptions { Faults = ["discovery-root-renamed"] });
        await using var visit = await ConsoleVisit.StartAsync(this, console.Address);
        await visit.CheckAsync(city.Endpoint.OriginalString);
        await visit.EndAsync();
        await Assertions.Expect(visit.Page.Locator("#result .word")).ToContainTextAsync("Does not conform");
        await Assertions.Expect(visit.Page.Locator("#result")).ToHaveClassAsync("verdict bad");
        await visit.PictureAsync("result-bad");

        var download = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Page.GetByRole(AriaRole.Link, new() { Name = "bundle.zip" }).ClickAsync());
        var bundle = await File.ReadAllBytesAsync((await download.PathAsync())!);
        await VerifyAsync(visit, "as-it-was.zip", bundle);
        await Assertions.Expect(visit.Page.Locator("#verified")).ToHaveClassAsync("verdict good");
        await visit.PictureAsync("verified");
        await VerifyAsync(visit, "tampered.zip", Tampered(bundle, "report.md"));

        await Assertions.Expect(visit.Page.Locator("#verified")).ToHaveClassAsync("verdict bad");
        await Assertions.Expect(visit.Page.Locator("tbody th code")).ToHaveTextAsync("report.md");
        await visit.PictureAsync("tampered");
        visit.Complaints.Should().BeEmpty();
    }

    [Test]
    public async Task A_check_is_cancelled()
    {
        await using var city = await CityServer.StartAsync(new CityServerOptions { Latency = Latency.Parse("fixed:700") });
        await using var visit = await ConsoleVisit.StartAsync(this, console.Address);
        await visit.CheckAsync(city.Endpoint.OriginalString, "read-xml");
        await Assertions.Expect(visit.Page.Locator("#progress .word")).ToContainTextAsync("cases done", new() { Timeout = 120_000 });

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Cancel the check" }).ClickAsync();
        await visit.EndAsync();

        await Assertions.Expect(visit.Page.Locator("#result .word")).ToContainTextAsync("cancelled");
        await visit.PictureAsync("cancelled");
        visit.Complaints.Should().BeEmpty();
    }

    [Test]
    public async Task Two_checks_are_compared()
    {
        await using var good = await CityServer.StartAsync();
        await using var bad = await CityServer.StartAsync(new CityServerOptions { Faults = ["discovery-root-renamed"] });
        await using var visit = await ConsoleVisit.StartAsync(this, console.Address);
        foreach (var city in (CityServer[])[good, bad])
        {
            await visit.CheckAsync(city.Endpoint.OriginalString);
            await visit.EndAsync();
        }

        await visit.Page.GotoAsync("/");
        foreach (var city in (CityServer[])[good, bad])
            await visit.Page.GetByLabel($"Compare {city.Endpoint.OriginalString} of").CheckAsync();
        await visit.PictureAsync("home");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Compare the ticked checks" }).ClickAsync();

        await Assertions.Expect(visit.Page.Locator("main")).ToContainTextAsync(good.Origin.Authority);
        await Assertions.Expect(visit.Page.Locator("main")).ToContainTextAsync(bad.Origin.Authority);
        visit.Page.Url.Should().EndWith("/comparison.html");
        await visit.PictureAsync("comparison");
        visit.Complaints.Should().BeEmpty();
    }

    [Test]
    public async Task Calls_to_a_city_show_as_they_come_with_their_findings_and_their_place()
    {
        await using var visit = await ConsoleVisit.StartAsync(this, console.Address);
        var endpoint = await visit.OpenCityAsync();
        var opened = visit.Page.Url;
        await Assertions.Expect(visit.Page.Locator("#calls")).ToContainTextAsync("Nobody has called yet");
        await visit.Page.EvaluateAsync("window.stillHere = true");
        using var client = new HttpClient();
        client.DefaultRequestHeaders.UserAgent.ParseAdd("tests/1.0");

        using var wrong = await client.GetAsync($"{endpoint}/requests.xml?start_date=yesterday");
        await Assertions.Expect(visit.Page.Locator(".call")).ToHaveCountAsync(1);
        await visit.Page.Locator(".call summary").ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".call .finding").First).ToBeVisibleAsync();
        await PostAsync(client, endpoint, (await visit.Page.Locator("dl.facts dd").Nth(2).TextContentAsync())!);

        await Assertions.Expect(visit.Page.Locator("#map svg")).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.Locator("#count")).ToContainTextAsync("4 calls were received");
        (await visit.Page.EvaluateAsync<bool>("window.stillHere === true")).Should().BeTrue("the page was not loaded anew");
        await Assertions.Expect(visit.Page.Locator(".call .finding").First).ToBeVisibleAsync();
        await visit.PictureAsync("city");

        await visit.Page.Locator("#finding").SelectOptionAsync("any");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Show these" }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".call").Filter(new() { HasText = "start_date=yesterday" })).ToHaveCountAsync(1);
        await Assertions.Expect(visit.Page.Locator(".call").Filter(new() { HasText = "services.xml" })).ToHaveCountAsync(0);
        await visit.Page.GotoAsync(opened);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Stop the city" }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator("h1")).ToHaveTextAsync("Mock cities");
        visit.Complaints.Should().BeEmpty();
    }

    [Test]
    public async Task Everything_is_reached_by_keyboard_alone()
    {
        await using var city = await CityServer.StartAsync();
        await using var visit = await ConsoleVisit.StartAsync(this, console.Address);
        var keys = visit.Page.Keyboard;

        await keys.PressAsync("Tab");
        (await FocusedAsync(visit)).Should().Be("Skip to the page");
        await TabToAsync(visit, "Start a check");
        await keys.PressAsync("Enter");
        await visit.Page.WaitForURLAsync("**/checks/new");
        await TabToAsync(visit, "url");
        await keys.TypeAsync(city.Endpoint.OriginalString);
        await TabToAsync(visit, "More: classes and discovery");
        await keys.PressAsync("Enter");
        await TabToAsync(visit, "class-discovery");
        await keys.PressAsync(" ");
        await TabToAsync(visit, "Start the check");
        await keys.PressAsync("Enter");
        await visit.EndAsync();
        await TabToAsync(visit, "Read the report");
        await keys.PressAsync("Enter");

        await Assertions.Expect(visit.Page.Locator("h1")).ToContainTextAsync(city.Origin.Authority);
        visit.Complaints.Should().BeEmpty();
    }

    [Test]
    public async Task Without_scripts_a_check_is_followed_by_a_link()
    {
        await using var city = await CityServer.StartAsync(new CityServerOptions { Latency = Latency.Parse("fixed:60") });
        await using var visit = await ConsoleVisit.StartAsync(this, console.Address, new() { JavaScriptEnabled = false });
        await visit.CheckAsync(city.Endpoint.OriginalString);

        while (await visit.Page.Locator("#result").CountAsync() == 0)
            await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Show what has changed" }).ClickAsync();

        await Assertions.Expect(visit.Page.Locator("#result .word")).ToContainTextAsync("Conforms");
    }

    [TestCase(ColorScheme.Light, 1280)]
    [TestCase(ColorScheme.Dark, 1280)]
    [TestCase(ColorScheme.Light, 360)]
    public async Task Every_page_is_accessible_and_fits(ColorScheme colours, int width)
    {
        await using var city = await CityServer.StartAsync(new CityServerOptions { Faults = ["discovery-root-renamed"] });
        await using var visit = await ConsoleVisit.StartAsync(this, console.Address, new() { ColorScheme = colours, ViewportSize = new() { Width = width, Height = 800 } });
        await visit.CheckAsync(city.Endpoint.OriginalString);
        await visit.EndAsync();
        var run = visit.Page.Url;
        var endpoint = await visit.OpenCityAsync();
        using var client = new HttpClient();
        using var wrong = await client.GetAsync($"{endpoint}/requests.xml?start_date=yesterday");
        await PostAsync(client, endpoint, (await visit.Page.Locator("dl.facts dd").Nth(2).TextContentAsync())!);
        await visit.Page.Locator(".call summary").Last.ClickAsync();
        var mock = visit.Page.Url;

        foreach (var (name, path) in ((string, string)[])[("home", "/"), ("form", "/checks/new"), ("run", run), ("verify", "/verify"), ("cities", "/cities"), ("city", mock), ("missing", "/nothing")])
        {
            await visit.Page.GotoAsync(path);
            await visit.Page.Locator("details").EvaluateAllAsync<int>("all => { all.forEach(d => { d.open = true; }); return all.length; }");
            var result = await visit.Page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
            result.Violations.Select(v => $"{name}: {v.Id}: {v.Help}, {v.Nodes.Length} times, first {v.Nodes[0].Html}").Should().BeEmpty();
            result.Passes.Should().NotBeEmpty();
            (await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).Should().BeLessThanOrEqualTo(width, $"{name} fits");
            await visit.PictureAsync($"{name}-{colours}-{width}");
        }

        await visit.Page.GotoAsync(mock);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Stop the city" }).ClickAsync();
        visit.Complaints.Should().BeEmpty();
    }

    static async Task VerifyAsync(ConsoleVisit visit, string name, byte[] bundle)
    {
        await visit.Page.GotoAsync("/verify");
        await visit.Page.Locator("#bundle").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/zip", Buffer = bundle });
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Verify" }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator("#verified")).ToContainTextAsync(name, new() { Timeout = 120_000 });
    }

    static async Task PostAsync(HttpClient client, string endpoint, string key)
    {
        var services = await client.GetStringAsync($"{endpoint}/services.xml");
        var listed = await client.GetStringAsync($"{endpoint}/requests.xml");
        var place = System.Text.RegularExpressions.Regex.Match(listed, "<lat>([^<]+)</lat>\\s*<long>([^<]+)</long>");
        var code = System.Text.RegularExpressions.Regex.Match(services, "<service>\\s*<service_code>([^<]+)</service_code>(?:(?!</service>).)*<metadata>false", System.Text.RegularExpressions.RegexOptions.Singleline).Groups[1].Value;
        using var posted = await client.PostAsync($"{endpoint}/requests.xml", new FormUrlEncodedContent(
            [new("api_key", key), new("service_code", code), new("lat", place.Groups[1].Value), new("long", place.Groups[2].Value), new("description", "A lamp is out.")]));
        posted.IsSuccessStatusCode.Should().BeTrue(await posted.Content.ReadAsStringAsync());
    }

    static async Task TabToAsync(ConsoleVisit visit, string what)
    {
        for (var presses = 0; presses < 80; presses++)
        {
            await visit.Page.Keyboard.PressAsync("Tab");
            if (await FocusedAsync(visit) == what)
                return;
        }

        Assert.Fail($"No key leads to '{what}'.");
    }

    static Task<string> FocusedAsync(ConsoleVisit visit) => visit.Page.EvaluateAsync<string>("document.activeElement.id || document.activeElement.textContent.trim()");

    static byte[] Tampered(byte[] bundle, string member)
    {
        using var output = new MemoryStream();
        output.Write(bundle);
        using (var zip = new ZipArchive(output, ZipArchiveMode.Update, leaveOpen: true))
        using (var content = zip.GetEntry(member)!.Open())
        {
            content.Position = content.Length / 2;
            content.WriteByte((byte)'#');
        }

        return output.ToArray();
    }
}
