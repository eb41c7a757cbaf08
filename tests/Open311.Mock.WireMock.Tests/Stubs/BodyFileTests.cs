using Open311.Mock.WireMock.Stubs;

namespace Open311.Mock.WireMock.Tests.Stubs;

public sealed class BodyFileTests
{
    static string? Refusal(StubDirectory folder, string file)
    {
        var text = $$$"""{"Request":{"Path":"/a"},"Response":{"BodyAsFile":{{{System.Text.Json.JsonSerializer.Serialize(file)}}}}}""";
        try
        {
            new StubReader(new StubFiles(folder.FullPath)).Read("a.json", folder.Write("a.json", text));
            return null;
        }
        catch (StubException e)
        {
            return e.Message;
        }
    }

    [TestCase("body.xml")]
    [TestCase("deeper/body.xml")]
    [TestCase("./deeper/../body.xml")]
    public void Files_of_the_folder_are_answered(string file)
    {
        using var folder = new StubDirectory(("body.xml", "<a/>"), ("deeper/body.xml", "<b/>"));

        Refusal(folder, file).Should().BeNull();
    }

    [TestCase("../../etc/passwd")]
    [TestCase("/etc/passwd")]
    [TestCase("deeper/../../x")]
    [TestCase("..\\..\\x")]
    public void Files_elsewhere_are_refused(string file)
    {
        using var folder = new StubDirectory();

        Refusal(folder, file).Should().Contain("leads out of the folder");
    }

    [TestCase("nothing.xml", "There is no file")]
    [TestCase("", "empty")]
    [TestCase("a\0b", "empty or not one")]
    public void Files_that_are_not_there_are_refused_before_serving(string file, string said)
    {
        using var folder = new StubDirectory();

        Refusal(folder, file).Should().Contain(said);
    }

    [Test]
    public void Links_out_of_the_folder_are_refused()
    {
        using var elsewhere = new StubDirectory(("secret", "s"));
        using var folder = new StubDirectory(("real.xml", "<a/>"));
        File.CreateSymbolicLink(Path.Combine(folder.FullPath, "file.xml"), Path.Combine(elsewhere.FullPath, "secret"));
        Directory.CreateSymbolicLink(Path.Combine(folder.FullPath, "dir"), elsewhere.FullPath);
        File.CreateSymbolicLink(Path.Combine(folder.FullPath, "inner.xml"), Path.Combine(folder.FullPath, "real.xml"));

        Refusal(folder, "file.xml").Should().Contain("link out of the folder");
        Refusal(folder, "dir/secret").Should().Contain("link out of the folder");
        Refusal(folder, "inner.xml").Should().BeNull();
    }
}
