using Open311.Conformance.Running;
using Spectre.Console;

namespace Open311.Cli.Checking;

/// <summary>For a terminal: a bar that goes when the run ends, so that the summary stands alone.</summary>
internal sealed class BarDisplay(IAnsiConsole console) : IRunDisplay
{
    public Task<T> ShowAsync<T>(Func<IProgress<RunProgress>, Task<T>> work) =>
        console.Progress()
            .AutoClear(true)
            .Columns(new ProgressBarColumn { Width = 30 }, new PercentageColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
            .StartAsync(context => work(new Bar(context.AddTask("preflight").IsIndeterminate(), console.Profile.Width)));

    sealed class Bar(ProgressTask task, int width) : IProgress<RunProgress>
    {
        // The bar, the percentage and the gaps between columns.
        const int Fixed = 38;

        public void Report(RunProgress value)
        {
            var text = $"{ProgressText.Class(value)}  {ProgressText.Counts(value)}";
            var room = Math.Max(10, width - Fixed);
            task.Description = Markup.Escape(text.Length > room ? text[..room] : text);
            if (value.Total == 0)
                return;
            task.IsIndeterminate = false;
            task.MaxValue = value.Total;
            task.Value = Math.Min(value.Done, value.Total);
        }
    }
}
