using Open311.Cli.Checking;
using Open311.Cli.Consoles;
using Open311.Cli.Tests.Fakes;
using Open311.Conformance.Running;

namespace Open311.Cli.Tests.Checking;

[CancelAfter(120_000)]
public sealed class BarDisplayTests
{
    [Test]
    public async Task A_name_like_markup_is_shown_as_it_is()
    {
        using var console = new FakeConsole { ErrorIsTerminal = true };
        await ShowAsync(console, new RunProgress(1, 2, "[red]odd[/]", "case", 3, 0));
        console.ErrorText.ToString().Should().Contain("[red]odd[/]").And.Contain("50%");
    }

    [Test]
    public async Task More_cases_than_announced_do_not_overflow()
    {
        using var console = new FakeConsole { ErrorIsTerminal = true };
        await ShowAsync(console, new RunProgress(5, 2, "read-xml", "case", 3, 0));
        console.ErrorText.ToString().Should().Contain("100%").And.NotContain("250%");
    }

    [TestCase(40)]
    [TestCase(60)]
    [TestCase(200)]
    public async Task No_line_is_wider_than_the_terminal(int width)
    {
        using var console = new FakeConsole { ErrorIsTerminal = true, Width = width };
        console.Variables["NO_COLOR"] = "1";
        await ShowAsync(console, new RunProgress(1, 2, "multi-jurisdiction", "case", 12345, 67));
        var plain = System.Text.RegularExpressions.Regex.Replace(console.ErrorText.ToString(), "\u001b\\[[0-9;?]*[A-Za-z]", "");
        plain.Split('\n', '\r').Should().OnlyContain(line => line.Length <= width);
    }

    [Test]
    public async Task A_failure_of_the_work_comes_through()
    {
        using var console = new FakeConsole { ErrorIsTerminal = true };
        var show = () => new BarDisplay(Terminals.ForError(console)).ShowAsync<int>(_ => throw new InvalidOperationException("broken"));
        await show.Should().ThrowAsync<InvalidOperationException>().WithMessage("broken");
        console.ErrorText.ToString().Should().EndWith("\u001b[?25h", "the cursor comes back");
    }

    static Task<int> ShowAsync(FakeConsole console, RunProgress progress) =>
        new BarDisplay(Terminals.ForError(console)).ShowAsync(told =>
        {
            told.Report(progress);
            return Task.FromResult(0);
        });
}
