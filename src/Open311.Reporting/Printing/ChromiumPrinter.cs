using System.Diagnostics;

namespace Open311.Reporting.Printing;

/// <summary>
/// Prints a page to PDF by an installed Chromium, run as a process of its own. A driver library would weigh more than a hundred megabytes
/// in the tool, for one command.
/// </summary>
/// <param name="program">The path of Chromium.</param>
public sealed class ChromiumPrinter(string program)
{
    static readonly TimeSpan patience = TimeSpan.FromSeconds(120);

    /// <summary>Prints; the PDF appears whole or not at all.</summary>
    /// <param name="page">The page.</param>
    /// <param name="pdf">What to write; replaced when there.</param>
    /// <param name="cancellation">Ends the process.</param>
    /// <exception cref="IOException">It could not be printed: one sentence why.</exception>
    public async Task PrintAsync(FileInfo page, FileInfo pdf, CancellationToken cancellation = default)
    {
        var folder = Directory.CreateTempSubdirectory("open311-print-");
        try
        {
            var printed = new FileInfo(Path.Combine(folder.FullName, "printed.pdf"));
            await RunAsync(Arguments(page, printed, folder), cancellation);
            printed.Refresh();
            if (!printed.Exists || printed.Length == 0)
                throw new IOException($"'{program}' ended without printing anything.");
            File.Move(printed.FullName, pdf.FullName, overwrite: true);
        }
        finally
        {
            Remove(folder);
        }
    }

    static IEnumerable<string> Arguments(FileInfo page, FileInfo printed, DirectoryInfo folder)
    {
        yield return "--headless";
        yield return "--disable-gpu";
        // The page needs nothing from anywhere, and neither does its browser.
        yield return "--host-resolver-rules=MAP * ~NOTFOUND";
        yield return "--disable-background-networking";
        yield return "--disable-extensions";
        yield return "--no-first-run";
        // Where only the superuser exists, as in a container, the sandbox cannot start; what is shown is our own page, whose policy lets nothing of others run.
        if (Environment.UserName == "root")
            yield return "--no-sandbox";
        yield return $"--user-data-dir={Path.Combine(folder.FullName, "profile")}";
        yield return "--no-pdf-header-footer";
        yield return "--generate-pdf-document-outline";
        yield return $"--print-to-pdf={printed.FullName}";
        yield return new Uri(page.FullName).AbsoluteUri;
    }

    async Task RunAsync(IEnumerable<string> arguments, CancellationToken cancellation)
    {
        using var process = Start(arguments);
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        time.CancelAfter(patience);
        try
        {
            // What it says is read to the end, or a full pipe would hold it up; nobody needs it.
            await Task.WhenAll(process.StandardOutput.ReadToEndAsync(time.Token), process.StandardError.ReadToEndAsync(time.Token), process.WaitForExitAsync(time.Token));
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellation.ThrowIfCancellationRequested();
            throw new IOException($"'{program}' did not print within {patience.TotalSeconds:0} seconds and was ended.");
        }

        if (process.ExitCode != 0)
            throw new IOException($"'{program}' ended with code {process.ExitCode} and printed nothing.");
    }

    Process Start(IEnumerable<string> arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or InvalidOperationException)
        {
            throw new IOException($"'{program}' could not be started: {e.Message}", e);
        }
    }

    // A profile that is still being written to stays behind in the temporary folder; that spoils no report.
    static void Remove(DirectoryInfo folder)
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Debug.WriteLine(e.Message);
        }
    }
}
