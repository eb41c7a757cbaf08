using System.Diagnostics;
using Open311.Cli.Completion;
using Open311.Cli.Tests.Fakes;

namespace Open311.Cli.Tests.Application;

public sealed class CompletionTests
{
    [TestCase("open311 ", "check", "mock", "explain")]
    [TestCase("open311 ch", "check")]
    [TestCase("open311 check --base", "--baseline")]
    [TestCase("open311 check --report ", "html", "json", "junit", "md", "badge")]
    [TestCase("open311 check --class ", "discovery", "read-xml")]
    [TestCase("open311 check --profile ", "citysdk", "georeport-v2-full")]
    [TestCase("open311 completion ", "bash", "zsh", "fish", "pwsh")]
    [TestCase("open311 check --report=", "--report=html", "--report=json")]
    [TestCase("open311 mock --dialect ", "boston")]
    [TestCase("open311 mock --city ", "port-linden", "two-rivers")]
    [TestCase("open311 mock --fault ", "xml-as-html", "json-wrapped")]
    [TestCase("open311 mock --variation ", "gzip")]
    [TestCase("open311 mock --type ", "realtime", "mixed")]
    public async Task Suggests_what_can_stand_at_the_cursor(string line, params string[] expected)
    {
        var words = await SuggestAsync(line.Length, line);

        words.Should().Contain(expected).And.NotContain(SuggestCommand.Name);
    }

    [Test]
    public async Task A_new_word_begins_where_the_shell_swallowed_the_blank() =>
        (await SuggestAsync(8, "open311")).Should().Contain("check").And.NotContain("open311");

    [TestCase("open311 ")]
    [TestCase("open311 check ")]
    public async Task Help_goes_by_one_name(string line) =>
        (await SuggestAsync(line.Length, line)).Should().Contain("--help").And.NotContain("/?").And.NotContain("/h").And.NotContain("-?");

    [TestCase("open311 mock --vary ")]
    [TestCase("open311 check --strict ")]
    public async Task A_switch_has_no_values(string line) => (await SuggestAsync(line.Length, line)).Should().NotContain("True").And.NotContain("False");

    [TestCase(-5, "open311 check")]
    [TestCase(9999, "open311 check \"unclosed")]
    [TestCase(3, "")]
    public async Task Any_line_is_answered(int position, string line)
    {
        using var console = new FakeConsole();

        (await console.RunAsync(new FakeRooms(), SuggestCommand.Name, $"{position}", line)).Should().Be(0);
        console.ErrorText.ToString().Should().BeEmpty();
    }

    [TestCase("bash", "complete -o default -F _open311 open311")]
    [TestCase("zsh", "compdef _open311 open311")]
    [TestCase("fish", "complete -c open311")]
    [TestCase("pwsh", "Register-ArgumentCompleter -Native -CommandName open311")]
    public async Task Prints_a_script_for_each_shell(string shell, string line)
    {
        using var console = new FakeConsole();

        (await console.RunAsync(new FakeRooms(), "completion", shell)).Should().Be(0);
        console.OutText.ToString().Should().Contain(line).And.Contain(SuggestCommand.Name).And.EndWith("\n");
    }

    [Test]
    public async Task Another_shell_is_refused_with_those_there_are()
    {
        using var console = new FakeConsole();

        (await console.RunAsync(new FakeRooms(), "completion", "bsh")).Should().Be(2);
        console.ErrorText.ToString().Should().Contain("bash").And.Contain("fish");
    }

    [Test]
    [Platform(Exclude = "Win")]
    public async Task Bash_completes_with_it()
    {
        var script = $$"""
            open311() { printf 'check\nclause\n'; }
            {{CompletionScript.For("bash")}}
            COMP_WORDS=(open311 che) COMP_CWORD=1 COMP_LINE='open311 che' COMP_POINT=11 COMP_WORDBREAKS=' ='
            _open311
            echo "${COMPREPLY[@]}"
            """;
        var start = new ProcessStartInfo("bash", ["-c", script]) { RedirectStandardOutput = true };
        using var bash = Process.Start(start)!;

        (await bash.StandardOutput.ReadToEndAsync()).Should().Be("check\n");
    }

    static async Task<string[]> SuggestAsync(int position, string line)
    {
        using var console = new FakeConsole();
        (await console.RunAsync(new FakeRooms(), SuggestCommand.Name, $"{position}", line)).Should().Be(0);
        return console.OutText.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
