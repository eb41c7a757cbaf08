using System.Diagnostics;
using System.Text;

namespace Open311.Cli.Tests.EndToEnd;

/// <summary>Presses the key in real shells on a terminal, with the real program behind it.</summary>
[Platform(Include = "Linux", Reason = "The terminal is made by script(1) of util-linux.")]
[CancelAfter(180_000)]
public sealed class ShellCompletionTests
{
    const string Ready = "@@ready@@";
    const string Done = "@@done@@";

    // What is typed before the key, and what the line says after it.
    static readonly (string Typed, string Completed)[] Lines =
    [
        ("open311 che", "open311 check"),
        ("open311 check --wait-f", "open311 check --wait-for"),
        ("open311 check --report ht", "open311 check --report html"),
        ("open311 check --report=ht", "open311 check --report=html"),
        ("open311 mock --dialect bos", "open311 mock --dialect boston"),
        ("open311 mock --city two", "open311 mock --city two-rivers"),
        ("true; open311 verif", "true; open311 verify"),
        ("open311 mock --stubs some-f", "open311 mock --stubs some-folder/"),
    ];

    string folder = null!;

    [SetUp]
    public void Prepare()
    {
        folder = Directory.CreateTempSubdirectory("open311-shell-").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "some-folder"));
        Directory.CreateDirectory(Path.Combine(folder, "bin"));
        var program = Path.Combine(folder, "bin", "open311");
        File.WriteAllText(program, $"#!/bin/sh\nexec dotnet '{Path.Combine(AppContext.BaseDirectory, "open311.dll")}' \"$@\"\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [TearDown]
    public void CleanUp() => Directory.Delete(folder, recursive: true);

    [Test]
    public Task Bash_completes(CancellationToken cancellation) => CompletesAsync(
        "bash --noprofile --rcfile rc -i",
        "rc",
        $$"""
        PS1='{{Ready}}'
        report() { printf '%s\n' "$READLINE_LINE" >> completed; READLINE_LINE=; READLINE_POINT=0; printf '{{Done}}' > /dev/tty; }
        bind -x '"\C-t": report'
        eval "$(open311 completion bash)"
        """,
        cancellation);

    [Test]
    public Task Zsh_completes(CancellationToken cancellation) => CompletesAsync(
        "zsh -o no_global_rcs -i",
        ".zshrc",
        $$"""
        PS1='{{Ready}}'
        autoload -U compinit; compinit -u -D
        report() { print -r -- "$BUFFER" >> completed; BUFFER=; printf '{{Done}}' > /dev/tty; }
        zle -N report; bindkey '^T' report; bindkey '^I' complete-word
        eval "$(open311 completion zsh)"
        """,
        cancellation);

    [Test]
    public Task Fish_completes(CancellationToken cancellation) => CompletesAsync(
        "fish --no-config --init-command 'source rc'",
        "rc",
        $$"""
        function fish_prompt; printf '{{Ready}}'; end
        function report; commandline -b >> completed; commandline -r ''; printf '{{Done}}' > /dev/tty; end
        bind \ct report
        open311 completion fish | source
        """,
        cancellation);

    // PowerShell has a function for what the key does, so no terminal is needed.
    [Test]
    public async Task PowerShell_completes(CancellationToken cancellation)
    {
        if (!IsInstalled("pwsh"))
            Assert.Ignore("pwsh is not installed (dotnet tool install --global PowerShell); its completion is not driven.");
        await File.WriteAllLinesAsync(Path.Combine(folder, "typed"), Lines.Select(l => l.Typed), cancellation);
        const string Press = """
            open311 completion pwsh | Out-String | Invoke-Expression
            foreach ($line in Get-Content typed) {
                $found = TabExpansion2 -inputScript $line -cursorColumn $line.Length
                $line.Substring(0, $found.ReplacementIndex) + ($found.CompletionMatches | Select-Object -First 1 -ExpandProperty CompletionText)
            }
            """;
        var start = new ProcessStartInfo("pwsh", ["-NoLogo", "-NoProfile", "-NonInteractive", "-Command", Press])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        start.Environment["PATH"] = $"{Path.Combine(folder, "bin")}:{Environment.GetEnvironmentVariable("PATH")}";
        start.Environment["HOME"] = folder;
        using var shell = Process.Start(start)!;
        var told = shell.StandardError.ReadToEndAsync(cancellation);
        var completed = await shell.StandardOutput.ReadToEndAsync(cancellation);

        // It has a way of its own to write a folder.
        var expected = Lines.Select(l => l.Completed.Replace(" some-folder/", " ./some-folder", StringComparison.Ordinal));
        completed.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Should().Equal(expected, await told);
    }

    async Task CompletesAsync(string shell, string rc, string setup, CancellationToken cancellation)
    {
        var name = shell.Split(' ')[0];
        if (!IsInstalled(name) || !IsInstalled("script"))
            Assert.Ignore($"{name} or script is not installed (Debian: apt-get install {name} bsdutils); its completion is not driven.");
        await File.WriteAllTextAsync(Path.Combine(folder, rc), setup + "\n", cancellation);
        var start = new ProcessStartInfo("script", ["-q", "-c", shell, "/dev/null"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        start.Environment["PATH"] = $"{Path.Combine(folder, "bin")}:{Environment.GetEnvironmentVariable("PATH")}";
        foreach (var home in new[] { "HOME", "ZDOTDIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME" })
            start.Environment[home] = folder;
        (start.Environment["TERM"], start.Environment["LC_ALL"]) = ("xterm", "C.UTF-8");
        using var terminal = Process.Start(start)!;
        try
        {
            await UntilAsync(terminal.StandardOutput, Ready, cancellation);
            foreach (var (typed, _) in Lines)
            {
                await terminal.StandardInput.WriteAsync($"{typed}\t\u0014".AsMemory(), cancellation);
                await terminal.StandardInput.FlushAsync(cancellation);
                await UntilAsync(terminal.StandardOutput, Done, cancellation);
            }
        }
        finally
        {
            terminal.Kill(entireProcessTree: true);
        }

        var completed = await File.ReadAllLinesAsync(Path.Combine(folder, "completed"), cancellation);
        completed.Select(l => l.TrimEnd()).Should().Equal(Lines.Select(l => l.Completed));
    }

    static async Task UntilAsync(StreamReader screen, string mark, CancellationToken cancellation)
    {
        var seen = new StringBuilder();
        var buffer = new char[1024];
        while (!seen.ToString().Contains(mark, StringComparison.Ordinal))
        {
            var read = await screen.ReadAsync(buffer, cancellation);
            if (read == 0)
                Assert.Fail($"The shell ended before it showed {mark}. It showed: {seen}");
            seen.Append(buffer, 0, read);
        }
    }

    static bool IsInstalled(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
