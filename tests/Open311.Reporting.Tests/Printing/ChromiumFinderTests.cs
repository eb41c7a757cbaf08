using Open311.Reporting.Printing;

namespace Open311.Reporting.Tests.Printing;

sealed class ChromiumFinderTests
{
    [Test]
    public void The_one_that_is_named_is_taken()
    {
        var finder = Finder("/opt/chrome", "", "/opt/chrome", "/usr/bin/chromium");

        finder.Find().Should().Be("/opt/chrome");
    }

    [Test]
    public void Nothing_else_is_taken_for_one_that_is_named_and_missing()
    {
        var finder = Finder("/opt/chrome", "", "/usr/bin/chromium");

        finder.Find().Should().BeNull();
        finder.Missing().Should().StartWith("CHROME_PATH names '/opt/chrome', where no program is;");
    }

    [Test]
    public void An_installed_one_is_found_on_the_path_or_in_its_usual_place()
    {
        var folder = OperatingSystem.IsWindows() ? @"C:\tools" : "/opt/tools";
        var there = Path.Combine(folder, OperatingSystem.IsWindows() ? "chromium.exe" : "chromium");

        Finder(null, folder, there, "/usr/bin/chromium").Find().Should().Be(there);
        Finder(null, "", "/usr/bin/chromium").Find().Should().Be("/usr/bin/chromium");
        Finder(null, ".", "chromium").Find().Should().BeNull("the working directory is no place for programs");
    }

    [Test]
    public void Without_one_says_what_to_do()
    {
        var finder = Finder(null, "");

        finder.Find().Should().BeNull();
        finder.Missing().Should().StartWith("No Chromium was found to print with; install Chromium or Chrome");
    }

    [Test]
    public async Task A_program_that_prints_nothing_is_named()
    {
        using var folder = new Samples.Written();
        var pdf = new FileInfo(Path.Combine(folder.Folder.FullName, "report.pdf"));
        var missing = Path.Combine(folder.Folder.FullName, "no-such-program");

        var act = () => new ChromiumPrinter(missing).PrintAsync(new FileInfo(Path.Combine(folder.Folder.FullName, "report.html")), pdf);

        (await act.Should().ThrowAsync<IOException>()).WithMessage($"'{missing}' could not be started:*");
        pdf.Exists.Should().BeFalse();
    }

    static ChromiumFinder Finder(string? named, string path, params string[] files) =>
        new(name => name == "PATH" ? path : name == "CHROME_PATH" ? named : null, files.Contains);
}
