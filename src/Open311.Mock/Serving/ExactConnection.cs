using System.IO.Pipelines;

namespace Open311.Mock.Serving;

/// <summary>A connection on which answers can be put byte for byte.</summary>
sealed class ExactConnection(IDuplexPipe wire) : IDuplexPipe
{
    public ExactWriter Writer { get; } = new(wire.Output);

    public PipeReader Input => wire.Input;

    public PipeWriter Output => Writer;
}
