using System.Diagnostics;
using Open311.Testing.Commands;

namespace Open311.Browser.Tests.Consoles;

/// <summary><c>open311 console</c> as it is shipped, in a process and a folder of its own.</summary>
internal sealed class ConsoleProcess : IAsyncDisposable
{
    const string Ready = "Console: ";

    readonly Process process;
    readonly DirectoryInfo folder;

    // Read on to the end, so that what is written does not fill the pipes.
    readonly Task<string[]> rest;

    ConsoleProcess(Process process, DirectoryInfo folder, Uri address)
    {
        (this.process, this.folder, Address) = (process, folder, address);
        rest = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
    }

    public Uri Address { get; }

    public static async Task<ConsoleProcess> StartAsync(params string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("open311-console-");
        var process = Process.Start(new ProcessStartInfo("dotnet", [Open311Command.Program, "console", "--port", "0", "--data", folder.FullName, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var line = await process.StandardOutput.ReadLineAsync() ?? await process.StandardError.ReadToEndAsync();
        line.Should().StartWith(Ready);
        return new(process, folder, new Uri(line[Ready.Length..]));
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        await rest;
        process.Dispose();
        folder.Delete(recursive: true);
    }
}
