using System.Diagnostics.CodeAnalysis;
using Open311.Conformance.NUnit.Judging;

namespace Open311.Conformance.NUnit;

/// <summary>
/// Certifies a server: every requirement in each format is a test, and one run of the suite stands behind all of them. Derive from it and give the URL;
/// for an ASP.NET Core app in the same process derive from <see cref="ConformanceTests{TEntryPoint}"/>.
/// </summary>
/// <remarks>
/// A violated must fails, a violated should warns, what could not be exercised is inconclusive, what was never declared or asked for is ignored, each with its
/// reason. Where the server cannot be tested at all, every test fails and says why. Categories are the conformance classes and the areas of requirements.
/// </remarks>
[TestFixture]
[FixtureLifeCycle(LifeCycle.SingleInstance)]
public abstract class ConformanceTests
{
    readonly ConformanceOptions options;
    Certification? certification;

    /// <summary>Certifies what the options say.</summary>
    /// <param name="options">The endpoint and what is to be known about it.</param>
    protected ConformanceTests(ConformanceOptions options) => this.options = options;

    /// <summary>Runs the suite, once.</summary>
    [OneTimeSetUp]
    [SuppressMessage("Design", "CA1031", Justification = "Whatever keeps the server from being tested is told by every test, in a sentence.")]
    public async Task JudgeAsync()
    {
        try
        {
            var prepared = await PrepareAsync(options).ConfigureAwait(false);
            certification = await Certification.RunAsync(prepared, TestContext.CurrentContext.CancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not (OperationCanceledException or ResultStateException))
        {
            Assert.Fail(Trouble.Sentence(e));
        }

        if (certification?.WhyNot is { } reason)
            Assert.Fail(reason);
        foreach (var file in certification?.Attachments ?? [])
            TestContext.AddTestAttachment(file.FullName);
    }

    /// <summary>Stops the server, if it was started here.</summary>
    [OneTimeTearDown]
    public Task EndAsync() => StopAsync();

    /// <summary>One requirement in one format.</summary>
    /// <param name="requirement">Its id.</param>
    /// <param name="format">The format; empty where the requirement has nothing to do with formats.</param>
    [TestCaseSource(typeof(RequirementTests), nameof(RequirementTests.All))]
    public void Requirement(string requirement, string format) => certification!.Of(requirement, format).Tell();

    /// <summary>The run was complete, made no error of its own, and exercised enough to say anything.</summary>
    [Test]
    [Category("run")]
    public void The_run_is_complete_and_says_something() => certification!.OfRun().Tell();

    /// <summary>No entry of the baseline is stale or expired.</summary>
    [Test]
    [Category("run")]
    public void The_baseline_is_up_to_date() => certification!.OfBaseline().Tell();

    /// <summary>The buyer's profile is met.</summary>
    [Test]
    [Category("run")]
    public void The_profile_is_met() => certification!.OfProfile().Tell();

    /// <summary>Starts the server, if it is to be started here, and tells what became known by that.</summary>
    /// <param name="options">The options given.</param>
    /// <returns>The options to go by, with a URL for an endpoint.</returns>
    protected virtual Task<ConformanceOptions> PrepareAsync(ConformanceOptions options) => Task.FromResult(options);

    /// <summary>Stops what <see cref="PrepareAsync"/> started.</summary>
    protected virtual Task StopAsync() => Task.CompletedTask;
}
