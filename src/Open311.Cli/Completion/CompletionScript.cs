using Open311.Cli.Application;

namespace Open311.Cli.Completion;

/// <summary>What a shell loads so that it completes our command lines: it asks us at each press of the key.</summary>
internal static class CompletionScript
{
    /// <summary>The shells there is a script for.</summary>
    public static readonly IReadOnlyList<string> Shells = ["bash", "zsh", "fish", "pwsh"];

    /// <summary>The script for a shell.</summary>
    public static string For(string shell) => shell switch
    {
        "bash" => Bash,
        "zsh" => Zsh,
        "fish" => Fish,
        "pwsh" => Pwsh,
        _ => throw new ArgumentOutOfRangeException(nameof(shell), shell, "There is no script for it."),
    };

    const string Bash = $$"""
        # bash: eval "$({{CommandTree.Name}} completion bash)"
        _open311() {
            local word="${COMP_WORDS[COMP_CWORD]}" candidate
            COMPREPLY=()
            while IFS= read -r candidate; do
                if [[ -n $candidate && $candidate == "$word"* ]]; then COMPREPLY+=("$candidate"); fi
            done < <({{CommandTree.Name}} {{SuggestCommand.Name}} "$COMP_POINT" "$COMP_LINE" 2>/dev/null)
        }
        complete -o default -F _open311 {{CommandTree.Name}}

        """;

    const string Zsh = $$"""
        #compdef {{CommandTree.Name}}
        # zsh: eval "$({{CommandTree.Name}} completion zsh)"
        _open311() {
            local -a candidates
            candidates=("${(@f)$({{CommandTree.Name}} {{SuggestCommand.Name}} "$CURSOR" "$BUFFER" 2>/dev/null)}")
            if (( ${#candidates} )) && [[ -n ${candidates[1]} ]]; then compadd -- "${candidates[@]}"; else _files; fi
        }
        compdef _open311 {{CommandTree.Name}}

        """;

    const string Fish = $$"""
        # fish: {{CommandTree.Name}} completion fish | source
        complete -c {{CommandTree.Name}} -a '({{CommandTree.Name}} {{SuggestCommand.Name}} (commandline -C) (commandline -b) 2>/dev/null)'

        """;

    const string Pwsh = $$"""
        # PowerShell: {{CommandTree.Name}} completion pwsh | Out-String | Invoke-Expression
        Register-ArgumentCompleter -Native -CommandName {{CommandTree.Name}} -ScriptBlock {
            param($word, $line, $position)
            {{CommandTree.Name}} {{SuggestCommand.Name}} $position "$line" 2>$null |
                Where-Object { $_ -like "$word*" } |
                ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
        }

        """;
}
