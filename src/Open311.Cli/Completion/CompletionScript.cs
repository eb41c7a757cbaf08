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

    // What follows "=" is a word of its own to bash, unless its user says otherwise.
    const string Bash = $$"""
        # bash: eval "$({{CommandTree.Name}} completion bash)"
        _open311() {
            local line="${COMP_LINE:0:$COMP_POINT}" word="${COMP_WORDS[COMP_CWORD]}" candidate
            COMPREPLY=()
            if [[ $word == "=" ]]; then word=""; fi
            while IFS= read -r candidate; do
                if [[ $COMP_WORDBREAKS == *"="* ]]; then candidate="${candidate#--*=}"; fi
                if [[ -n $candidate && $candidate == "$word"* ]]; then COMPREPLY+=("$candidate"); fi
            done < <({{CommandTree.Name}} {{SuggestCommand.Name}} "${#line}" "$line" 2>/dev/null)
        }
        complete -o default -F _open311 {{CommandTree.Name}}

        """;

    const string Zsh = $$"""
        #compdef {{CommandTree.Name}}
        # zsh: eval "$({{CommandTree.Name}} completion zsh)"
        _open311() {
            local line="${(j: :)words[1,CURRENT-1]} $PREFIX"
            local -a candidates
            candidates=("${(@f)$({{CommandTree.Name}} {{SuggestCommand.Name}} "${#line}" "$line" 2>/dev/null)}")
            if (( ${#candidates} )) && [[ -n ${candidates[1]} ]]; then compadd -- "${candidates[@]}"; else _files; fi
        }
        compdef _open311 {{CommandTree.Name}}

        """;

    const string Fish = $$"""
        # fish: {{CommandTree.Name}} completion fish | source
        function __open311_complete
            set -l line (commandline -cp | string collect)
            set -l candidates ({{CommandTree.Name}} {{SuggestCommand.Name}} (string length -- "$line") "$line" 2>/dev/null)
            if set -q candidates[1]
                printf '%s\n' $candidates
            else
                __fish_complete_path (commandline -ct)
            end
        end
        complete -c {{CommandTree.Name}} -f -a '(__open311_complete)'

        """;

    const string Pwsh = $$"""
        # PowerShell: {{CommandTree.Name}} completion pwsh | Out-String | Invoke-Expression
        Register-ArgumentCompleter -Native -CommandName {{CommandTree.Name}} -ScriptBlock {
            param($word, $command, $position)
            {{CommandTree.Name}} {{SuggestCommand.Name}} ($position - $command.Extent.StartOffset) "$command" 2>$null |
                Where-Object { $_ -like "$word*" } |
                ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
        }

        """;
}
