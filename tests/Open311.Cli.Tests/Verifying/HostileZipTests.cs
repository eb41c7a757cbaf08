using System.IO.Compression;
using Open311.Reporting.Bundles;

namespace Open311.Cli.Tests.Verifying;

/// <summary>What a stranger calls a bundle is told in a sentence, and never unpacked beyond its bounds.</summary>
public sealed class HostileZipTests
{
    [Test]
    public void What_is_no_zip_is_none()
    {
        Refusal([]).Should().Be("The file is not a zip, so it is no bundle.");
        Refusal("<html>"u8.ToArray()).Should().Be("The file is not a zip, so it is no bundle.");
    }

    [Test]
    public async Task A_zip_that_is_cut_off_is_told_wherever_it_is_cut()
    {
        var bundle = await CityBundle.SmallAsync();
        foreach (var length in (int[])[4, 30, 1000, bundle.Length / 2, bundle.Length - 23, bundle.Length - 1])
            Refusal(bundle[..length]).Should().BeOneOf("The zip is cut off: its end is missing.", "The zip is damaged: it is cut off or was altered where it lists its members.");
    }

    [TestCase("../evil.txt")]
    [TestCase("raw/../../evil")]
    [TestCase("/etc/passwd")]
    [TestCase("..\\evil.txt")]
    [TestCase("C:evil.txt")]
    public void A_member_that_leads_outside_is_refused(string name) =>
        Refusal(CityBundle.Zip([new(name, [1])])).Should().Be($"The zip holds '{name}', which leads out of the bundle; it is not unpacked.");

    [Test]
    public void A_member_given_twice_is_refused() =>
        Refusal(CityBundle.Zip([new("manifest.json", [1]), new("manifest.json", [2])])).Should().Be("The zip holds 'manifest.json' twice, so that it is open which of the two counts.");

    [Test]
    public void A_bomb_is_not_unpacked()
    {
        var zeros = new byte[40 * 1024 * 1024];
        Refusal(CityBundle.Zip([new("exchanges.har", zeros), new("findings.json", zeros)])).Should().StartWith("The zip is a bomb: its ").And.EndWith("so it is not unpacked.");
    }

    [Test]
    public void Nothing_is_unpacked_beyond_what_is_announced()
    {
        var zip = CityBundle.Zip([new("manifest.json", new byte[100_000])]);
        var central = zip.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        BitConverter.TryWriteBytes(zip.AsSpan(central + 24), 50);
        try
        {
            CityBundle.Open(zip).Problems.Should().NotBeEmpty();
        }
        catch (BundleException e)
        {
            e.Message.Should().Be("'manifest.json' has not the 50 bytes that the zip announces.");
        }
    }

    [Test]
    public void Members_beyond_counting_are_refused()
    {
        using var output = new MemoryStream();
        using (var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (var n = 0; n < 61_000; n++)
                zip.CreateEntry($"raw/{n:000000}.request", CompressionLevel.NoCompression);
        }

        Refusal(output.ToArray()).Should().Be("The zip holds 61,000 members; a bundle has at most 60,000.");
    }

    [Test]
    public async Task A_manifest_that_cannot_be_read_is_told_with_its_place()
    {
        var bundle = CityBundle.With(await CityBundle.SmallAsync(), "manifest.json", _ => "{\n  \"schema\": 7 }"u8.ToArray());
        CityBundle.Open(bundle).Problems.Select(p => p.What).Should().Contain("manifest.json cannot be read: at line 2, byte 14, it is not what its schema says.");
        (await CityBundle.VerifyAsync(bundle)).IsVerified.Should().BeFalse();
    }

    [Test]
    public async Task A_manifest_of_another_version_is_told()
    {
        var bundle = TamperingTests.Mended(await CityBundle.SmallAsync(), "report.md", t => t);
        bundle = CityBundle.With(bundle, "manifest.json", c => System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(c).Replace("open311-bundle/1", "open311-bundle/9", StringComparison.Ordinal)));
        CityBundle.Open(bundle).Problems.Select(p => p.What).Should().Contain(w => w.StartsWith("manifest.json is of the form 'open311-bundle/9'; this tool reads open311-bundle/1.", StringComparison.Ordinal));
    }

    static string Refusal(byte[] file)
    {
        var act = () => BundleReader.Read(new MemoryStream(file));
        return act.Should().Throw<BundleException>().Which.Message;
    }
}
