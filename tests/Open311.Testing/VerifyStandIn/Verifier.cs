using System.Runtime.CompilerServices;
using System.Text;
using NUnit.Framework;

namespace VerifyNUnit;

/// <summary>
/// Stands in for Verify.NUnit, which the registry does not serve: the part of its surface that the tests use, with its
/// file names (<c>Class.Method.verified.txt</c> beside the source). Set <c>VERIFY_ACCEPT=1</c> to accept what was received.
/// </summary>
public static class Verifier
{
    /// <summary>Compares <paramref name="target"/> with the approved file beside the calling test.</summary>
    /// <param name="target">The text to approve; line ends are normalised.</param>
    /// <param name="extension">The extension of the approved file, without the dot.</param>
    /// <param name="settings">Scrubbing and file location; none by default.</param>
    /// <param name="sourceFile">Filled in by the compiler.</param>
    public static Task Verify(
        string? target,
        string extension = "txt",
        VerifySettings? settings = null,
        [CallerFilePath] string sourceFile = "")
    {
        settings ??= new VerifySettings();
        var test = TestContext.CurrentContext.Test;
        var typeName = test.ClassName!.Split('.').Last().Replace('+', '.');
        var method = settings.MethodName ?? test.MethodName! + Arguments(test.Arguments);
        var folder = Path.Combine(Path.GetDirectoryName(sourceFile)!, settings.Directory ?? "");
        var stem = Path.Combine(folder, $"{typeName}.{method}");
        var verifiedFile = $"{stem}.verified.{extension}";
        var receivedFile = $"{stem}.received.{extension}";
        var received = settings.Scrub((target ?? "null").ReplaceLineEndings("\n"));

        Directory.CreateDirectory(folder);
        var verified = File.Exists(verifiedFile) ? File.ReadAllText(verifiedFile).ReplaceLineEndings("\n") : null;
        if (verified == received)
        {
            File.Delete(receivedFile);
            return Task.CompletedTask;
        }

        if (Environment.GetEnvironmentVariable("VERIFY_ACCEPT") == "1")
        {
            File.WriteAllText(verifiedFile, received, new UTF8Encoding(false));
            return Task.CompletedTask;
        }

        File.WriteAllText(receivedFile, received, new UTF8Encoding(false));
        throw new AssertionException(Difference(verifiedFile, verified, received));
    }

    static string Arguments(object?[] arguments) =>
        arguments.Length == 0
            ? ""
            : "_" + string.Join('_', arguments.Select(a => string.Concat($"{a}".Select(c => char.IsLetterOrDigit(c) || c is '-' or '.' ? c : '-'))));

    static string Difference(string verifiedFile, string? verified, string received)
    {
        if (verified is null)
            return $"New: {verifiedFile} does not exist. Read the received file and accept it with VERIFY_ACCEPT=1.\n{received}";
        var was = verified.Split('\n');
        var now = received.Split('\n');
        var line = was.Zip(now).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"NotEqual: {verifiedFile} line {line + 1}\n"
            + $"  verified: {was.ElementAtOrDefault(line) ?? "(end)"}\n"
            + $"  received: {now.ElementAtOrDefault(line) ?? "(end)"}";
    }
}
