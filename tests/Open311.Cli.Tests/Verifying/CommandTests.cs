using System.Security.Cryptography;
using System.Text.Json;
using NJsonSchema;
using Open311.Cli.Application;
using Open311.Cli.Tests.Fakes;
using Open311.Testing;

namespace Open311.Cli.Tests.Verifying;

/// <summary>The commands that write and verify bundles, as people call them.</summary>
[CancelAfter(240_000)]
public sealed class CommandTests
{
    [Test]
    public async Task A_signed_bundle_goes_from_check_to_verify()
    {
        using var console = new FakeConsole { TimePasses = true };
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        console.WriteFile("key.pem", key.ExportECPrivateKeyPem());
        console.WriteFile("pub.pem", key.ExportSubjectPublicKeyInfoPem());
        console.WriteFile("rfp.yaml", "name: rfp\ntitle: The tender\nmandatory:\n  requirements: [GR2-SVC-001]\n");

        (await RunAsync(console, "check", "--only", "GR2-SVC-*", "--bundle", "new/a.zip", "--sign", "key.pem", "--profile", "rfp.yaml", "--out", "r", "--quiet")).Should().Be(0, console.AllText);
        console.OutText.ToString().Should().Be($"Meets the profile rfp.\nBundle: {Path.Combine("new", "a.zip")}\nConforms. Report: {Path.Combine("r", "report.html")}\n");

        (await RunAsync(console, "verify", "new/a.zip", "--key", "pub.pem")).Should().Be(0, console.AllText);
        console.OutText.ToString().Should().Contain("Meets the profile rfp.\nThe signature is that of the key").And.EndWith("Verifies: every byte is as it was written, and every finding is derived again.\n");
        Directory.EnumerateFiles(Path.Combine(console.WorkingDirectory, "new")).Should().ContainSingle("no half-written file is left");
    }

    [Test]
    public async Task Programs_get_json_that_follows_its_schema()
    {
        using var console = new FakeConsole();
        var bundle = await CityBundle.SmallAsync();
        await File.WriteAllBytesAsync(Path.Combine(console.WorkingDirectory, "a.zip"), TamperingTests.Mended(bundle, "findings.json", t => t.Replace("\"verdict\": \"pass\"", "\"verdict\": \"fail\"", StringComparison.Ordinal)));
        await File.WriteAllTextAsync(Path.Combine(console.WorkingDirectory, "b.zip"), "junk");
        var schema = await JsonSchema.FromFileAsync(Repository.PathOf("fixtures", "schemas", "verification.schema.json"));

        (await RunAsync(console, "verify", "a.zip", "--json")).Should().Be(1);
        var first = console.OutText.ToString();
        schema.Validate(first).Should().BeEmpty();
        JsonDocument.Parse(first).RootElement.GetProperty("differences")[0].GetProperty("is").GetString().Should().Be("pass");
        (await RunAsync(console, "verify", "b.zip", "--json")).Should().Be(1);
        schema.Validate(console.OutText.ToString()[first.Length..]).Should().BeEmpty();
    }

    [Test]
    public async Task What_cannot_be_used_is_told_before_anything_is_sent()
    {
        using var console = new FakeConsole();
        console.WriteFile("key.pem", "no key");
        Directory.CreateDirectory(Path.Combine(console.WorkingDirectory, "folder"));
        var rooms = new FakeRooms();
        (string[] Args, string Sentence)[] cases =
        [
            (["verify", "missing.zip"], "There is no file 'missing.zip'"),
            (["verify", "folder"], "'folder' is a folder; expected a bundle"),
            (["verify", "key.pem", "--key", "missing.pem"], "--key: There is no file 'missing.pem'."),
            (["check", "--bundle", "a.zip", "--sign", "key.pem"], "--sign: 'key.pem': The key file holds no ECDSA key in PEM"),
            (["check", "--bundle", "folder"], "--bundle: 'folder' is a folder"),
            (["check", "--bundle", "key.pem/a.zip"], "--bundle: 'key.pem/a.zip' cannot be written"),
            (["check", "--targets", "t.yaml", "--bundle", "a/b.zip"], "--bundle: With --targets each target gets a bundle of its own beside its reports; give a file name without a folder"),
            (["check", "--targets", "t.yaml", "--baseline", "b.yaml"], "--baseline: What is known of one target is not known of another"),
            (["check", "http://a.example/v2", "--dry-run", "--bundle", "a.zip"], "--bundle: A dry run judges nothing"),
        ];
        foreach (var (args, sentence) in cases)
        {
            (await console.RunAsync(rooms, args)).Should().Be(2, string.Join(' ', args));
            console.ErrorText.ToString().Should().Contain(sentence);
        }

        rooms.FakeSuite.Last.Should().BeNull();
    }

    static Task<int> RunAsync(FakeConsole console, params string[] args) => Open311Application.RunAsync(args, console);
}
